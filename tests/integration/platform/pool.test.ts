import { expect, test } from 'vitest'
import { GET } from '@/app/api/health/route'
import { isDatabaseReachable } from '@/lib/platform/database/health'
import { closePools, readPool, writePool } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
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
  await expect.poll(isDatabaseReachable).toBe(true)
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
