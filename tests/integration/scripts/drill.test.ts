import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isDrillOld } from '@/lib/platform/backups/restore-drill'
import { lastDrill } from '@/lib/platform/backups/last-drill'
import { runDrill } from '@/scripts/backup/drill'
import { newestBackup } from '@/scripts/backup/newest'
import { writeBackup } from '@/scripts/backup/write'
import { withConnection } from '@/scripts/postgres/databases'
import { runCaptured } from '@/scripts/cli/child-process'
import { verifyHistory } from '@/scripts/verify/history'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const { admin } = inject('testServer')
const folder = mkdtempSync(join(tmpdir(), 'drill-'))
const file = join(folder, 'one.backup')

beforeAll(async () => {
  await makeWorld()
  await writeBackup(db.url, file)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The history alone; `npm run verify` checks the records too, in a process of its own. */
const verify = async (url: string) => (await verifyHistory(url)).wrong
const drill = (of: string, check = verify) => runDrill({ live: db.url, owner: db.url, file: of, verify: check })
const databases = () =>
  withConnection(admin, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database')
    return rows.map(({ datname }) => datname)
  })

test('without a drill there is no result', async () => expect(await lastDrill()).toBeNull())

test('a good backup passes, its result is stored, and the temporary database is gone', async () => {
  const report = await drill(file)
  expect(report).toMatchObject({ outcome: 'passed', wrong: [], rows: expect.any(Number) })
  expect(report.rows).toBeGreaterThan(20)
  expect(report.seal).toBeGreaterThan(0)
  expect(await lastDrill()).toMatchObject({ outcome: 'passed', rows: report.rows, at: report.at, isOld: false })
  expect(await databases()).not.toContain('local_record_drill')
})

test('a backup of an earlier state passes after more was published', async () => {
  await publishOne('labels', ids.label, { ...inputs.labels, words: 'changed since' }, 1)
  expect(await drill(file)).toMatchObject({ outcome: 'passed' })
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
  ['changed in one byte', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 2_000 ? byte ^ 1 : byte)))],
  ['something else', () => Buffer.from('not a backup')],
  ['empty', () => Buffer.alloc(0)],
])('a backup that is %s is told, and stored as a failure', async (_, change) => {
  const broken = join(folder, 'broken.backup')
  writeFileSync(broken, change(readFileSync(file)))
  const report = await drill(broken)
  expect(report).toMatchObject({ outcome: 'unreadable', wrong: [expect.stringContaining('no whole backup')] })
  expect(await lastDrill()).toMatchObject({ outcome: 'unreadable', rows: 0 })
})

test('a backup whose history does not hold is told', async () => {
  const report = await drill(file, async () => ['The seal number 3 is missing.'])
  expect(report).toMatchObject({ outcome: 'not_verified', wrong: ['The seal number 3 is missing.'] })
})

test('a backup whose history was rewritten is told by the chain of the site', async () => {
  const other = join(folder, 'other.backup')
  // Another database with a chain of its own, in which every seal holds.
  await withConnection(db.url, async (client) => {
    await client.query('BEGIN')
    await client.query(`INSERT INTO change (command, by_id, detail) VALUES ('test', 'x', '{}')`)
    await client.query('COMMIT')
  })
  await writeBackup(db.url, other)
  await withConnection(db.url, async (client) => {
    await client.query("SET session_replication_role = 'replica'")
    await client.query(`UPDATE seal SET hash = 'rewritten' WHERE position = (SELECT max(position) FROM seal)`)
  })
  expect(await drill(other)).toMatchObject({ outcome: 'other_chain', wrong: [expect.stringContaining('is not in')] })
})

test('what a killed drill left is removed, and a database of that name that no drill made is not', async () => {
  const make = (remark: string | null) =>
    withConnection(admin, async (client) => {
      await client.query('CREATE DATABASE local_record_drill')
      if (remark) await client.query(`COMMENT ON DATABASE local_record_drill IS '${remark}'`)
    })
  await make('Local Record: temporary, of a restore drill')
  expect((await drill(file)).outcome).not.toBe('unreadable')
  await make(null)
  await expect(drill(file)).rejects.toThrow(/that no drill made/)
  expect(await databases()).toContain('local_record_drill')
  await withConnection(admin, (client) => client.query('DROP DATABASE local_record_drill'))
})

test('npm run verify passes a restored backup, as the drill runs it', async () => {
  let said = ''
  const { code } = await new Promise<{ code: number }>((resolve, reject) => {
    drill(file, async (url) => {
      const found = await runCaptured('scripts/run.mjs', ['verify'], { DATABASE_URL: url, DATABASE_PUBLIC_URL: '' })
      said = found.output
      resolve(found)
      return []
    }).catch(reject)
  })
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Newest seal') })
})

test('a drill is old after three months', () => {
  const at = '2026-06-01T00:00:00.000Z'
  const drilled = { at, outcome: 'passed', backupMade: at, rows: 1 } as const
  expect(isDrillOld(drilled, Date.parse('2026-08-29T00:00:00Z'))).toBe(false)
  expect(isDrillOld(drilled, Date.parse('2026-08-31T00:00:00Z'))).toBe(true)
})

test('the newest backup of a folder is the one written last', () => {
  const [older, newer] = [join(folder, 'z.backup'), join(folder, 'a.backup')]
  for (const [path, at] of [
    [older, 4_000_000_000],
    [newer, 4_000_000_001],
  ] as const) {
    writeFileSync(path, '')
    utimesSync(path, at, at)
  }
  writeFileSync(join(folder, 'a.backup.123.part'), '')
  expect(newestBackup(folder)).toBe(newer)
  expect(newestBackup(join(folder, 'none'))).toBeNull()
})
