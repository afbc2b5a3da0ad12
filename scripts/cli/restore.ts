import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { step } from '@/scripts/cli/console'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { restoreBackup } from '@/scripts/backup/restore'
import { CliError } from '@/scripts/cli/cli-error'

/** `npm run restore -- file`: fills the empty database of DATABASE_URL, or the embedded one, from a backup. */
await runCommand(async () => {
  readEnvironment()
  const file = process.argv[3]
  if (!file) throw new CliError('Say which backup: npm run restore -- local-record-2026-01-31T12-00-00.backup')
  const url = settings().databaseOwnerUrl ?? (await connectDatabase())
  await step('Restore', async (tell) => {
    tell('restoring')
    const rows = Object.values(await restoreBackup(url, file)).reduce((sum, count) => sum + count, 0)
    return `${rows.toLocaleString('en')} rows. Everyone in the admin area has to sign in again`
  })
  await shutDown(0)
})
