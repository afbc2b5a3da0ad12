import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, readPool } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, makeWorld } from '../world'
import { readersOf } from './readers'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

const { url, pool } = await testDatabase()
const role = `site_${new URL(url).pathname.split('_').at(-1)}`
let readers: Awaited<ReturnType<typeof readersOf>>

// A role of the site's own, whose connections can be limited: PostgreSQL lets its superuser in regardless.
beforeAll(async () => {
  await makeWorld()
  await closePools()
  await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'site' IN ROLE pg_read_all_data, pg_write_all_data`)
  const own = new URL(url)
  own.username = role
  own.password = 'site'
  set('DATABASE_URL', own.href)
  readers = await readersOf(PATHS)
}, 120_000)
afterAll(async () => {
  await readers.end()
  await closePools()
  await pool.query(`DROP ROLE ${role}`)
})

const limit = (connections: number) => pool.query(`ALTER ROLE ${role} CONNECTION LIMIT ${connections}`)
const connectionsOfOurs = async () =>
  (
    await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = '${role}'
    AND application_name = 'local-record-read'`)
  ).rows[0]!.n

test('where the database has no connection left, readers are told when to come again, and are answered then', async () => {
  const before = await readers.during(() => sleep(500))
  const meanwhile = await readers.during(async () => {
    await limit(0)
    await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${role}'`)
    await sleep(1_000)
  })
  await limit(-1)
  await expect.poll(async () => (await readers.ask(PATHS[0]!)).status, { timeout: 10_000 }).toBe(200)
  const after = await readers.during(() => sleep(500))
  console.log('connections used up:', { before, meanwhile, after })
  expect([before.wrong, meanwhile.wrong, after.wrong]).toEqual([[], [], []])
  expect([before.answered > 0, meanwhile.later > 0, after.answered > 0, after.later]).toEqual([true, true, true, 0])
}, 60_000)

test('where the database is slow, readers are told so in time and nothing piles up', async () => {
  const other = await pool.connect()
  let connections = 0
  const meanwhile = await readers.during(async () => {
    await other.query('BEGIN; LOCK TABLE statement IN ACCESS EXCLUSIVE MODE')
    for (let second = 0; second < 7; second++) {
      await sleep(1_000)
      connections = Math.max(connections, await connectionsOfOurs())
    }
    await other.query('COMMIT')
  })
  const after = await readers.during(() => sleep(500))
  other.release()
  console.log('a table locked for seven seconds:', { meanwhile, after, connections })
  expect([meanwhile.wrong, after.wrong, after.later]).toEqual([[], [], 0])
  expect(meanwhile.later).toBeGreaterThan(0)
  expect(after.answered).toBeGreaterThan(0)
  expect(connections).toBeLessThanOrEqual(readPool().options.max!)
  expect(readPool().waitingCount).toBe(0)
}, 60_000)
