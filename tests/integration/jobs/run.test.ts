import { afterEach, expect, test } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { command } from '@/lib/platform/commands/command'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { startJobs } from '@/lib/platform/jobs/worker'
import { z } from 'zod'
import { testDatabase } from '../database'

const db = await testDatabase()
const warnings: string[] = []
const log = { warn: (_: object, message: string) => void warnings.push(message) }
const NEVER = '0 0 1 1 *'

const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
const start = (work: () => Promise<void>) =>
  running[running.push(startJobs({ task: { every: NEVER, work } }, log)) - 1]!

const ask = command({
  name: 'test.ask',
  permission: 'source:check',
  input: z.object({ key: z.string(), fails: z.boolean().default(false) }),
  run: async ({ tx, input }) => {
    await enqueue(tx, 'task', input.key)
    if (input.fails) throw new Error('after all not')
  },
})

const until = async (done: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await done()); tries++) {
    if (tries > 150) throw new Error('It did not happen.')
    await sleep(100)
  }
}

test('a job is done when the transaction that asked for it is, once, by one of several servers', async () => {
  let done = 0
  const work = async () => void done++
  start(work)
  start(work)
  await expect(ask(SYSTEM, { key: 'a', fails: true })).rejects.toThrow('after all not')
  await ask(SYSTEM, { key: 'b' })
  await until(() => done > 0)
  await sleep(300)
  expect(done).toBe(1)
})

test('stopping lets the work under way finish, and leaves the next to another server', async () => {
  const steps: string[] = []
  const first = start(async () => {
    steps.push('begun')
    await sleep(400)
    steps.push('finished')
  })
  await ask(SYSTEM, { key: 'c' })
  await until(() => steps.length === 1)
  await first.stop()
  expect(steps).toEqual(['begun', 'finished'])
  await ask(SYSTEM, { key: 'd' })
  start(async () => void steps.push('other'))
  await until(() => steps.length === 3)
})

test('when the database ends the connections, the work goes on afterwards', async () => {
  let done = 0
  start(async () => void done++)
  await ask(SYSTEM, { key: 'e' })
  await until(() => done === 1)
  await db.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'local-record-jobs' AND datname = current_database()`)
  await ask(SYSTEM, { key: 'f' })
  await until(() => done === 2)
}, 30_000)

test('work that fails is tried again, and stops nothing', async () => {
  let tried = 0
  start(async () => {
    tried++
    throw new Error('not now')
  })
  await ask(SYSTEM, { key: 'g' })
  await until(() => tried > 0)
  const waits = `SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE key = 'task/g' AND last_error IS NOT NULL`
  await until(async () => (await db.pool.query(waits)).rowCount === 1)
  expect(warnings.join()).toContain('not now')
})
