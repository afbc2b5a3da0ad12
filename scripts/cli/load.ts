import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { printStep, step } from '@/scripts/cli/console'
import { migrate } from '@/scripts/postgres/migrate'
import { CliError } from '@/scripts/cli/cli-error'

await runCommand(async () => {
  const url = settings().databaseUrl
  if (!url) throw new CliError('Set DATABASE_URL to the database to load into.')
  await generate()
  await migrate(url)
  const { loadContent } = await import('@/scripts/cli/load-content') // it needs the generated client
  await step('Content', () => loadContent(url, (state) => printStep('Content', state)))
  await shutDown(0)
})
