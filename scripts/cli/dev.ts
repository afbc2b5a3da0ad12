import { join } from 'node:path'
import { closePools } from '@/lib/platform/database/pool'
import { WATCHED, watchClientScripts } from '@/scripts/build/client-scripts'
import { onShutdown, runCommand } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { step } from '@/scripts/cli/console'
import { invitationLink } from '@/scripts/cli/invitation-link'
import { ROOT } from '@/scripts/paths'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { assertSameSecret, prepareAuthSecret } from '@/scripts/cli/auth-secret'
import { refuseTakenPort, serve } from '@/server/serve'

await runCommand(async () => {
  readEnvironment()
  prepareAuthSecret()
  await refuseTakenPort()
  const url = await prepareDatabase()
  await assertSameSecret(url)
  onShutdown(closePools)
  await generate()
  const { loadContent } = await import('@/scripts/cli/load-content') // it needs the generated client
  await step('Content', (reportProgress) => loadContent(url, reportProgress))
  process.env.CLIENT_SCRIPTS = WATCHED
  const site = await serve({ dev: true })
  onShutdown(site.close)
  onShutdown(await watchClientScripts(join(ROOT, '.next', 'dev')))
  console.log(`\n  Local Record is on ${site.url}, and changes show at once (Ctrl-C ends it)`)
  await site.complete()
  await invitationLink(site.url)
})
