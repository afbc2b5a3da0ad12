import { closePools } from '@/lib/platform/database/pool'
import { settings } from '@/lib/platform/settings/settings'
import { build } from '@/scripts/build/build'
import { onShutdown, runCommand } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { printStep, step } from '@/scripts/cli/console'
import { invitationLink } from '@/scripts/cli/invitation-link'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { assertSameSecret, prepareAuthSecret } from '@/scripts/cli/auth-secret'
import { outdatedPrograms, versions } from '@/scripts/versions/warn-outdated'
import { loadRoutes, refuseTakenPort, serve } from '@/server/serve'

await runCommand(async () => {
  readEnvironment()
  prepareAuthSecret()
  await refuseTakenPort()
  await generate()
  loadRoutes().catch(() => {}) // in parallel with the database; serve() reports an error
  const isEmbedded = !settings().databaseUrl
  const url = await prepareDatabase()
  await assertSameSecret(url)
  for (const sentence of outdatedPrograms({ ...(await versions(url)), isEmbedded }, settings()))
    printStep('Outdated', sentence)
  onShutdown(closePools)
  const { loadContent } = await import('@/scripts/cli/load-content') // it needs the generated client
  await Promise.all([
    step('Content', (reportProgress) => loadContent(url, reportProgress)),
    step('Build', async (reportProgress) => {
      reportProgress('building')
      return (await build()) ? 'built' : 'up to date'
    }),
  ])
  const site = await serve({ dev: false })
  onShutdown(() => {
    printStep('Ending', 'finishing the requests under way')
    return site.close()
  })
  console.log(`\n  Local Record is on ${site.url} (Ctrl-C ends it)`)
  await site.complete()
  await invitationLink(site.url)
})
