import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { saveDrafts } from '@/lib/features/editing/commands'
import { writeBackup } from '@/scripts/backup/write'
import { withDatabase } from '@/scripts/postgres/databases'
import { copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { restoreBackup } from '@/scripts/backup/restore'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const file = join(folder, 'one.backup')
const { admin, prefix } = inject('testServer')
const target = `${prefix}restored`
const targetUrl = withDatabase(admin, target)

beforeAll(async () => {
  await makeWorld()
  await publishOne('labels', ids.label, { ...inputs.labels, words: 'tab\tline\nback\\slash, “quotes” and 🙂' }, 1)
  await saveDrafts(SYSTEM, { drafts: [draft('statements', ids.statement, { summary: { en: 'half' } }, 1)] })
  const { token } = await invite(SYSTEM, { email: null, role: 'editor' })
  await acceptInvitation(VISITOR, {
    token,
    name: 'Eve',
    email: 'eve@admin.example',
    password: 'words that Eve keeps to herself',
  })
  await copyDatabase(admin, 'template0', target)
})
afterAll(async () => {
  await dropDatabase(admin, target)
  rmSync(folder, { recursive: true })
})

/** Runs one query on a database. */
const ask = async <R extends object>(url: string, text: string): Promise<R[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<R>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** Every row of every table, as one hash for each table. */
const rowsOf = async (url: string): Promise<Record<string, string>> => {
  const tables = await ask<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND relname <> '_prisma_migrations' ORDER BY 1`,
  )
  const hashes = tables.map(({ name }) => {
    const all = `count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '')`
    return `SELECT '${name}' AS name, (SELECT ${all} FROM "${name}" t) AS hash`
  })
  const rows = await ask<{ name: string; hash: string }>(url, hashes.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

test('a backup restores every row of every table, and sequences continue', async () => {
  const rows = await writeBackup(db.url, file)
  expect(rows).toMatchObject({ statement: 1, draft: 1, admin_user: 1, jurisdiction: 2 })
  expect(await restoreBackup(targetUrl, file)).toEqual(rows)
  const [before, after] = [await rowsOf(db.url), await rowsOf(targetUrl)]
  expect(after).toEqual(before)
  expect(Object.keys(after).length).toBeGreaterThan(40)
  await ask(targetUrl, `INSERT INTO change (command, by_id, detail) VALUES ('test', 'x', '{}')`)
})

test('a restore leaves a non-empty database unchanged', async () => {
  const before = await rowsOf(targetUrl)
  await expect(restoreBackup(targetUrl, file)).rejects.toThrow(/is not empty/)
  expect(await rowsOf(targetUrl)).toEqual(before)
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
  ['changed in one byte', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 3_000 ? byte ^ 1 : byte)))],
  ['something else', () => Buffer.from('not a backup')],
])('a file that is %s is rejected before any change', async (_, change) => {
  const bad = join(folder, 'bad.backup')
  writeFileSync(bad, change(readFileSync(file)))
  await expect(restoreBackup(targetUrl, bad)).rejects.toThrow(/no whole backup/)
})

test('a backup that fails leaves no file behind', async () => {
  await expect(writeBackup(withDatabase(admin, 'no_such_database'), join(folder, 'two.backup'))).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.startsWith('two'))).toEqual([])
})
