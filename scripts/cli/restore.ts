import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { step } from '@/scripts/cli/console'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { restoreBackup } from '@/scripts/backup/restore'

await runCommand(async () => {
  readEnvironment()
  const [file] = parseCommandLine('restore').args
  const url = settings().databaseOwnerUrl ?? (await connectDatabase())
  await step('Restore', async (reportProgress) => {
    reportProgress('restoring')
    const rows = Object.values(await restoreBackup(url, file!)).reduce((sum, count) => sum + count, 0)
    return `${rows.toLocaleString('en')} rows. Everyone in the admin area has to sign in again`
  })
  await shutDown(0)
})
