import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../database'
import { makeWorld } from '../world'
import { KILLS, makeProgram, queue } from './killing'
import { makeTwin } from './twin'
import { wrongIn } from './whole'
import type { Work } from './work'

const db = await testDatabase()
let remove: () => void

beforeAll(async () => {
  remove = await makeProgram()
  await makeWorld()
  await makeTwin()
})
afterAll(() => remove())

/** Each command that is done leaves one line in the history, in its own transaction. */
const done = async (): Promise<number> => (await db.pool.query('SELECT count(*)::int AS n FROM change')).rows[0].n

test.each<[string, Work]>([
  ['publishes', 'publish'],
  ['imports and takes an import back', 'import'],
  ['merges and undoes a merge', 'merge'],
])(
  'a process that is killed while it %s leaves what was or what was to be, whole, and loses nothing that it acknowledged',
  async (_, work) => {
    const next = queue(work, () => db.url, KILLS)
    const counts = { killed: 0, acknowledged: 0, old: 0, new: 0 }
    let reach = 100
    for (; counts.killed < KILLS; counts.killed++) {
      const worker = await next()
      const before = await done()
      const after = Math.floor(Math.random() * 4)
      worker.begin()
      await worker.until(after)
      await wait(Math.random() * reach)
      await worker.kill()
      const beyond = (await done()) - before - worker.acknowledged()
      expect(['what was', 'what was to be'][beyond]).toBeDefined()
      expect(await wrongIn(db.url)).toEqual([])
      counts[beyond ? 'new' : 'old'] += 1
      counts.acknowledged += worker.acknowledged()
      // Every moment of a command is tried, however fast the machine is just now.
      reach = Math.min(5_000, reach * (worker.acknowledged() > after ? 0.8 : 1.25))
    }
    console.log(`killed at work, ${work}:`, counts)
  },
  600_000 + KILLS * 10_000,
)
