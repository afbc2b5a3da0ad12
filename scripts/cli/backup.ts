import { statSync } from 'node:fs'
import { join } from 'node:path'
import { backupName } from '@/scripts/backup/newest'
import { writeBackup } from '@/scripts/backup/write'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { step } from '@/scripts/cli/console'
import { BACKUPS } from '@/scripts/paths'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

await runCommand(async () => {
  readEnvironment()
  const file = parseCommandLine('backup').args[0] ?? join(BACKUPS, backupName())
  const url = await prepareDatabase()
  await step('Backup', async (reportProgress) => {
    reportProgress('writing')
    const rows = Object.values(await writeBackup(url, file)).reduce((sum, count) => sum + count, 0)
    return `${file}: ${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB`
  })
  console.log(
    '\n  It holds drafts, captured texts and the password hashes of the admin area: store it as safely as those.',
  )
  await shutDown(0)
})
