import { expect, test } from 'vitest'
import { GET } from '@/app/api/health/route'
import { closePools, readPool, writePool } from '@/lib/platform/database/pool'
import { beginServing, beginShutdown, notReadyReason } from '@/lib/platform/database/readiness'
import { set } from '@/lib/platform/settings/settings'
import { GET as LIVE } from '@/app/api/health/live/route'
import { readMigrations } from '@/scripts/postgres/migrate'
import { testDatabase } from '@/tests/integration/database'

const { url } = await testDatabase()

test('the read pool cannot write', async () => {
  await expect(readPool().query('create table written (id int)')).rejects.toThrow(/read-only transaction/)
})

test('the write pool can write, in UTC', async () => {
  await writePool().query('create table written (id int)')
  expect((await writePool().query('show timezone')).rows).toEqual([{ TimeZone: 'UTC' }])
})

test('waiting for a lock times out', async () => {
  const { rows } = await readPool().query(
    "select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement",
  )
  expect(rows).toEqual([{ lock: '5s', statement: '10s' }])
})

test('a pool recovers after it loses its connections', async () => {
  await readPool().query('select 1')
  await writePool().query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  )
  await expect.poll(() => notReadyReason()).toBeNull()
})

test('the health check reports an unavailable database', async () => {
  expect((await GET()).status).toBe(200)
  await closePools()
  set('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
  const answer = await GET()
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
  await closePools()
  set('DATABASE_URL', url)
})

const reasonOf = async (answer: Response) => [answer.status, (await answer.json()).reason]
const migrations = readMigrations().map(({ name }) => name)

test('a server is ready when the database has every migration that its code needs, and may have more', async () => {
  beginServing(migrations)
  expect((await GET()).status).toBe(200)
  beginServing(migrations.slice(0, -1))
  expect((await GET()).status).toBe(200)
  beginServing([...migrations, '99991231235959_of_a_newer_version'])
  expect(await reasonOf(await GET())).toEqual([503, 'The database lacks a migration.'])
  beginServing(migrations)
  await writePool().query(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${migrations.at(-1)}'`,
  )
  expect(await reasonOf(await GET())).toEqual([503, 'The database lacks a migration.'])
  await writePool().query('UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL')
  expect((await GET()).status).toBe(200)
})

test('a server that shuts down is not ready, but alive', async () => {
  beginShutdown()
  expect(await reasonOf(await GET())).toEqual([503, 'The server is shutting down.'])
  expect(LIVE().status).toBe(200)
  beginServing([])
  expect((await GET()).status).toBe(200)
})
