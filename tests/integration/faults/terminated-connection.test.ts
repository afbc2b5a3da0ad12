import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { testDatabase } from '../database'
import { makeWorld } from '../world'
import { inconsistencies } from './consistency'
import { makeDuplicateOfficial } from './duplicate-official'
import { KILLS } from './killable-worker'
import { WORKLOADS, type Workload } from './workloads'

/** Half as many as processes are killed: checking the database takes most of the time. */
const ROUNDS = Math.ceil(KILLS / 2)

const db = await testDatabase()
beforeAll(async () => {
  await makeWorld()
  await makeDuplicateOfficial()
})

/** Each command adds one row to the history, in its own transaction. */
const committed = async (): Promise<number> => (await db.pool.query('SELECT count(*)::int AS n FROM change')).rows[0].n

/** Terminates every connection of the app's write pool; true if one of them was busy. */
const terminateConnections = async (): Promise<boolean> => {
  const { rows } = await db.pool.query<{ busy: boolean }>(
    `SELECT state <> 'idle' AS busy, pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'local-record-write'`,
  )
  return rows.some(({ busy }) => busy)
}

test.each(Object.keys(WORKLOADS) as Workload[])(
  'a connection that ends during work (%s) leaves the old version or the new one, whole, and the next command goes on',
  async (workload) => {
    const counts = { terminated: 0, busy: 0, acknowledged: 0, rejected: 0, old: 0, new: 0 }
    let maxDelay = 100
    for (; counts.terminated < ROUNDS; counts.terminated++) {
      const before = await committed()
      let acknowledged = 0
      let stopped = false
      const running = (async () => {
        while (!stopped) await WORKLOADS[workload](() => (acknowledged += 1))
        return 0
      })().catch((error: unknown) => {
        expect(isDatabaseUnavailable(error), String(error)).toBe(true)
        return 1
      })
      await sleep(Math.random() * maxDelay)
      if (await terminateConnections()) counts.busy += 1
      stopped = true
      const rejected = await running
      const unacknowledged = (await committed()) - before - acknowledged
      expect(unacknowledged).toBeGreaterThanOrEqual(0)
      expect(unacknowledged).toBeLessThanOrEqual(rejected)
      expect(await inconsistencies(db.url)).toEqual([])
      counts[unacknowledged ? 'new' : 'old'] += 1
      counts.acknowledged += acknowledged
      counts.rejected += rejected
      maxDelay = Math.min(5_000, maxDelay * (acknowledged > 3 ? 0.8 : 1.25))
    }
    console.log(`connections terminated, ${workload}:`, counts)
  },
  600_000 + ROUNDS * 10_000,
)
