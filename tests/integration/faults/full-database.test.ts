import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, readPool } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { until } from '@/tests/fixtures/until'
import { testDatabase } from '../database'
import { ids, makeWorld } from '../world'
import { type Readers, moreRetryLater, startReaders } from './readers'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

const { url, pool } = await testDatabase()
const role = `site_${new URL(url).pathname.split('_').at(-1)}`
let readers: Readers | undefined

// The site connects as a role of its own, because PostgreSQL never limits the connections of a superuser.
beforeAll(async () => {
  await makeWorld()
  await closePools()
  await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'site' IN ROLE pg_read_all_data, pg_write_all_data`)
  const siteUrl = new URL(url)
  siteUrl.username = role
  siteUrl.password = 'site'
  set('DATABASE_URL', siteUrl.href)
  readers = await startReaders(PATHS)
})
afterAll(async () => {
  await readers?.close()
  await closePools()
  await pool.query(`DROP ROLE IF EXISTS ${role}`)
})

const limitConnections = (limit: number) => pool.query(`ALTER ROLE ${role} CONNECTION LIMIT ${limit}`)
const siteConnections = async () =>
  (
    await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = '${role}'
    AND application_name = 'local-record-read'`)
  ).rows[0]!.n
const canRead = () => until('readers are answered again', async () => (await readers!.get(PATHS[0]!)).status === 200)

test('without a free connection, readers get 503 with Retry-After, and pages once there is one', async () => {
  const before = await readers!.read()
  const meanwhile = await readers!.during(async (counts) => {
    await limitConnections(0)
    await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${role}'`)
    await moreRetryLater(counts)
  })
  await limitConnections(-1)
  await canRead()
  const after = await readers!.read()
  console.log('no free connection:', { before, meanwhile, after })
  expect([before.wrong, meanwhile.wrong, after.wrong]).toEqual([[], [], []])
  expect([before.ok > 0, meanwhile.retryLater > 0, after.ok > 0, after.retryLater]).toEqual([true, true, true, 0])
})

test('behind a lock that is held, readers get 503 and nothing piles up', async () => {
  const other = await pool.connect()
  let connections = 0
  const meanwhile = await readers!
    .during(async (counts) => {
      await other.query('BEGIN; LOCK TABLE statement IN ACCESS EXCLUSIVE MODE')
      let locked = true
      const watching = (async () => {
        while (locked) {
          connections = Math.max(connections, await siteConnections())
          await sleep(100)
        }
      })()
      // Each reader meets the statement timeout, and then meets it again.
      await moreRetryLater(counts)
      await moreRetryLater(counts).finally(() => (locked = false))
      await watching
      await other.query('COMMIT')
    })
    .finally(() => other.release(true))
  await canRead()
  const after = await readers!.read()
  console.log('a locked table:', { meanwhile, after, connections })
  expect([meanwhile.wrong, after.wrong, after.retryLater]).toEqual([[], [], 0])
  expect(meanwhile.retryLater).toBeGreaterThan(0)
  expect(after.ok).toBeGreaterThan(0)
  expect(connections).toBeLessThanOrEqual(readPool().options.max!)
  expect(readPool().waitingCount).toBe(0)
})
