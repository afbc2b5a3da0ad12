import { join } from 'node:path'
import { settings } from '@/lib/platform/settings/settings'
import { runDrill } from '@/scripts/backup/drill'
import { backupName, newestBackup } from '@/scripts/backup/newest'
import { writeBackup } from '@/scripts/backup/write'
import { runCaptured } from '@/scripts/cli/child-process'
import { parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { printStep, step } from '@/scripts/cli/console'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { BACKUPS } from '@/scripts/paths'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

await runCommand(async () => {
  readEnvironment()
  const live = await prepareDatabase()
  const file = parseCommandLine('drill').args[0] ?? newestBackup(BACKUPS) ?? (await newBackup(live))
  printStep('Backup', file)
  let passed = false
  const wrong: string[] = []
  await step('Drill', async (tell) => {
    const report = await runDrill({ live, owner: settings().databaseOwnerUrl ?? live, file, verify, tell })
    wrong.push(...report.wrong)
    passed = report.outcome === 'passed'
    const rows = `${report.rows.toLocaleString('en')} rows`
    return passed
      ? `passed on ${report.at.slice(0, 10)}: ${rows} restored, the history holds up to seal ${report.seal}`
      : 'FAILED'
  })
  for (const line of wrong) console.error(`  ${line}`)
  if (!passed) console.error('  Make a new backup, and keep the broken one until you know why.')
  await shutDown(passed ? 0 : 1)
})

async function newBackup(url: string): Promise<string> {
  const file = join(BACKUPS, backupName())
  await step('Backup', async () => {
    await writeBackup(url, file)
    return 'there was none: written'
  })
  return file
}

/** In a process of its own, because this one is connected to the site's database. */
async function verify(databaseUrl: string): Promise<string[]> {
  const env = { DATABASE_URL: databaseUrl, DATABASE_PUBLIC_URL: '', DATABASE_OWNER_URL: '', DATABASE_REPLICA_URLS: '' }
  const { code, output } = await runCaptured('scripts/run.mjs', ['verify'], env)
  return code === 0 ? [] : [output.trim()]
}
