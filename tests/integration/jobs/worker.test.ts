import { afterEach, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { command } from '@/lib/platform/commands/command'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { startJobs } from '@/lib/platform/jobs/worker'
import { z } from 'zod'
import { until } from '@/tests/fixtures/until'
import { testDatabase } from '../database'

const db = await testDatabase()
const warnings: string[] = []
const log = { warn: (_: object, message: string) => void warnings.push(message) }
const NEVER = '0 0 1 1 *'

const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
const startWorker = (work: () => Promise<void>) =>
  running[running.push(startJobs({ task: { every: NEVER, work } }, log)) - 1]!

const enqueueTask = command({
  name: 'test.enqueue',
  permission: 'source:check',
  input: z.object({ key: z.string(), fails: z.boolean().default(false) }),
  run: async ({ tx, input }) => {
    await enqueue(tx, 'task', input.key)
    if (input.fails) throw new Error('rolled back')
  },
})

const waitingJobs = async (key: string) =>
  (await db.pool.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [`task/${key}`])).rowCount

test('a job runs once, on one of several servers, and only when the transaction that enqueued it commits', async () => {
  let runs = 0
  const work = async () => void runs++
  startWorker(work)
  startWorker(work)
  await expect(enqueueTask(SYSTEM, { key: 'a', fails: true })).rejects.toThrow('rolled back')
  await enqueueTask(SYSTEM, { key: 'b' })
  await until('the job ran and was removed', async () => runs > 0 && (await waitingJobs('b')) === 0)
  expect(runs).toBe(1)
})

test('stopping lets a running job finish, and leaves the next one to another server', async () => {
  const steps: string[] = []
  let finish = () => {}
  const mayFinish = new Promise<void>((resolve) => (finish = resolve))
  const first = startWorker(async () => {
    steps.push('started')
    await mayFinish
    steps.push('finished')
  })
  await enqueueTask(SYSTEM, { key: 'c' })
  await until('the job starts', () => steps.length === 1)
  let stopped = false
  const stopping = first.stop().then(() => (stopped = true))
  await waitingJobs('c')
  expect(stopped).toBe(false)
  finish()
  await stopping
  expect(steps).toEqual(['started', 'finished'])
  await enqueueTask(SYSTEM, { key: 'd' })
  startWorker(async () => void steps.push('other'))
  await until('the other server runs the next job', () => steps.length === 3)
})

test('jobs go on after the database terminates the connections', async () => {
  let runs = 0
  startWorker(async () => void runs++)
  await enqueueTask(SYSTEM, { key: 'e' })
  await until('the first job runs', () => runs === 1)
  await db.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'local-record-jobs' AND datname = current_database()`)
  await enqueueTask(SYSTEM, { key: 'f' })
  await until('the second job runs', () => runs === 2)
})

test('a job that fails is scheduled again, and stops no other', async () => {
  let attempts = 0
  startWorker(async () => {
    attempts++
    throw new Error('not now')
  })
  await enqueueTask(SYSTEM, { key: 'g' })
  await until('the job is tried', () => attempts > 0)
  const failed = `SELECT attempts, max_attempts FROM graphile_worker.jobs WHERE key = 'task/g' AND last_error IS NOT NULL`
  await until('the failure is recorded', async () => (await db.pool.query(failed)).rowCount === 1)
  expect(warnings.join()).toContain('not now')
})
