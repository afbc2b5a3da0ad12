import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { testDatabase } from '../database'
import { makeWorld } from '../world'
import { KILLS } from './killing'
import { makeTwin } from './twin'
import { wrongIn } from './whole'
import { WORKS, type Work } from './work'

/** Half as many as a process is killed: most of each is looking at what is left. */
const ROUNDS = Math.ceil(KILLS / 2)

const db = await testDatabase()
beforeAll(async () => {
  await makeWorld()
  await makeTwin()
})

const done = async (): Promise<number> => (await db.pool.query('SELECT count(*)::int AS n FROM change')).rows[0].n

/** Ends every connection that the app writes with, whatever it is doing; whether one of them was doing something. */
const cut = async (): Promise<boolean> => {
  const { rows } = await db.pool.query<{ busy: boolean }>(
    `SELECT state <> 'idle' AS busy, pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'local-record-write'`,
  )
  return rows.some(({ busy }) => busy)
}

test.each(Object.keys(WORKS) as Work[])(
  'a connection that ends in the middle of work (%s) leaves what was or what was to be, whole, and the next command goes on',
  async (work) => {
    const counts = { cut: 0, busy: 0, acknowledged: 0, refused: 0, old: 0, new: 0 }
    let reach = 100
    for (; counts.cut < ROUNDS; counts.cut++) {
      const before = await done()
      let acknowledged = 0
      let over = false
      const running = (async () => {
        while (!over) await WORKS[work](() => (acknowledged += 1))
        return 0
      })().catch((error: unknown) => {
        expect(isDatabaseUnavailable(error), String(error)).toBe(true)
        return 1
      })
      await wait(Math.random() * reach)
      if (await cut()) counts.busy += 1
      over = true
      const refused = await running
      const beyond = (await done()) - before - acknowledged
      expect(beyond).toBeGreaterThanOrEqual(0)
      expect(beyond).toBeLessThanOrEqual(refused)
      expect(await wrongIn(db.url)).toEqual([])
      counts[beyond ? 'new' : 'old'] += 1
      counts.acknowledged += acknowledged
      counts.refused += refused
      reach = Math.min(5_000, reach * (acknowledged > 3 ? 0.8 : 1.25))
    }
    console.log(`cut off at work, ${work}:`, counts)
  },
  600_000 + ROUNDS * 10_000,
)
