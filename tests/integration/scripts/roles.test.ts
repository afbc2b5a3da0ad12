import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { closePools } from '@/lib/platform/database/pool'
import { idFor } from '@/lib/platform/publishing/ids'
import { set } from '@/lib/platform/settings/settings'
import { createRoles } from '@/scripts/postgres/create-roles'
import { verifyHistory } from '@/scripts/verify/history'
import { testDatabase } from '../database'
import { inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
let app: pg.Client
let reader: pg.Client
let tables: string[]

const opened = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** The tables on which the role has the privilege. */
const allowed = async (client: pg.Client, statement: (table: string) => string): Promise<string[]> => {
  const open: string[] = []
  for (const table of tables) {
    await client.query('BEGIN')
    const refused = await client.query(statement(`"${table}"`)).then(
      () => false,
      ({ code }: { code: string }) => code === '42501',
    )
    await client.query('ROLLBACK')
    if (!refused) open.push(table)
  }
  return open
}

beforeAll(async () => {
  await makeWorld()
  const roles = await createRoles(db.url)
  app = await opened(roles.app)
  reader = await opened(roles.public)
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY name`,
  )
  tables = rows.map(({ name }) => name)
})
afterAll(async () => {
  await app.end()
  await reader.end()
})

test('the public role can read published data only', async () => {
  const readable = await allowed(reader, (table) => `SELECT * FROM ${table}`)
  expect(readable).toContain('statement')
  expect(
    readable.filter((name) => /^(admin_|draft|import_|bulk_|change|submission|captured|site_)/.test(name)),
  ).toEqual([])
  await expect(reader.query('SELECT card FROM revision')).resolves.toBeDefined()
  for (const column of ['by_id', 'data'])
    await expect(reader.query(`SELECT ${column} FROM revision`)).rejects.toThrow(/permission denied/)
})

test('the public role cannot write', async () => {
  expect(await allowed(reader, (table) => `DELETE FROM ${table}`)).toEqual([])
  await expect(reader.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/)
})

test('the admin role can change rows, but not tables, constraints or history', async () => {
  for (const statement of [
    (table: string) => `DROP TABLE ${table}`,
    (table: string) => `TRUNCATE ${table} CASCADE`,
    (table: string) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
    (table: string) => `CREATE INDEX ON ${table} ((1))`,
  ])
    expect(await allowed(app, statement)).toEqual([])
  await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(app.query('SET session_replication_role = replica')).rejects.toThrow(/permission denied/)
  for (const table of ['revision', 'change', 'seal'])
    await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
})

test('the admin role can publish, with a valid seal chain', async () => {
  await closePools()
  set('DATABASE_URL', (await createRoles(db.url)).app)
  const before = await verifyHistory(db.url)
  await publishOne('statements', idFor('statements', 'as the admin area’s role'), inputs.statements)
  await closePools()
  const after = await verifyHistory(db.url)
  expect(after.wrong).toEqual([])
  expect(after.seals).toBeGreaterThan(before.seals)
})

test('the admin role can enqueue and run jobs', async () => {
  await app.query(`SELECT graphile_worker.add_job('something', '{}'::json)`)
  expect((await app.query('SELECT FROM graphile_worker._private_jobs')).rowCount).toBe(1)
  await app.query('DELETE FROM graphile_worker._private_jobs')
})
