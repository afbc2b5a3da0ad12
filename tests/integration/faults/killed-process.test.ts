import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../database'
import { makeWorld } from '../world'
import { inconsistencies } from './consistency'
import { makeDuplicateOfficial } from './duplicate-official'
import { KILLS, bundleWorker, workerQueue } from './killable-worker'
import type { Workload } from './workloads'

const db = await testDatabase()
let removeBundle: (() => void) | undefined

beforeAll(async () => {
  removeBundle = await bundleWorker()
  await makeWorld()
  await makeDuplicateOfficial()
})
afterAll(() => removeBundle?.())

/** Each command adds one row to the history, in its own transaction. */
const committed = async (): Promise<number> => (await db.pool.query('SELECT count(*)::int AS n FROM change')).rows[0].n

test.each<[string, Workload]>([
  ['publishes', 'publish'],
  ['imports and reverts an import', 'import'],
  ['merges and undoes a merge', 'merge'],
])(
  'a process that is killed while it %s leaves the old version or the new one, whole, and loses nothing acknowledged',
  async (_, workload) => {
    const nextWorker = workerQueue(workload, () => db.url, KILLS)
    const counts = { killed: 0, acknowledged: 0, old: 0, new: 0 }
    let maxDelay = 100
    for (; counts.killed < KILLS; counts.killed++) {
      const worker = await nextWorker()
      const before = await committed()
      const acknowledgedFirst = Math.floor(Math.random() * 4)
      worker.begin()
      await worker.acknowledges(acknowledgedFirst)
      await sleep(Math.random() * maxDelay)
      await worker.kill()
      const unacknowledged = (await committed()) - before - worker.acknowledged()
      expect([0, 1]).toContain(unacknowledged)
      expect(await inconsistencies(db.url)).toEqual([])
      counts[unacknowledged ? 'new' : 'old'] += 1
      counts.acknowledged += worker.acknowledged()
      // The delay adapts to the speed of the machine, so that kills hit every part of a command.
      maxDelay = Math.min(5_000, maxDelay * (worker.acknowledged() > acknowledgedFirst ? 0.8 : 1.25))
    }
    console.log(`killed while working, ${workload}:`, counts)
  },
  600_000 + KILLS * 10_000,
)
