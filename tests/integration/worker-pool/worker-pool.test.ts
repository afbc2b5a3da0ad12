import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Invalid } from '@/lib/platform/errors/errors'
import { type Task, TaskFailed } from '@/lib/platform/worker-pool/task'
import { createWorkerPool } from '@/lib/platform/worker-pool/worker-pool'

const limits = {
  processorMilliseconds: 60_000,
  milliseconds: 60_000,
  heapMegabytes: 64,
  processMegabytes: 256,
  outputBytes: 1_000_000,
}
const pool = createWorkerPool({ size: 1, queue: 3, limits })
afterAll(() => pool.close())

type Input = { do: string }
const TASK: Task<Input, string, number> = {
  module: 'tests/fixtures/misbehaving-task',
  part: z.string(),
  result: z.number(),
}
/** A task that would never end has a second, any other a minute: the machine may be busy. */
const ENDLESS = { ...TASK, limits: { processorMilliseconds: 500, milliseconds: 5_000 } }
const run = (what: string, task = /loop|wait|backtrack/.test(what) ? ENDLESS : TASK) => pool.run(task, { do: what })
const failureOf = (what: string) =>
  run(what).then(
    () => 'finished',
    (error: unknown) => (error instanceof TaskFailed ? error.reason : String(error)),
  )

describe('a task', () => {
  test('returns its parts and its result', async () =>
    expect(await run('work')).toEqual({ parts: ['one', 'two'], result: 3 }))

  test.each([
    ['that never returns', 'loop', 'too_slow'],
    ['that never resolves', 'wait', 'too_slow'],
    ['that backtracks in a pattern', 'backtrack', 'too_slow'],
    ['that fills the heap', 'fill heap', 'too_much_memory'],
    ['that fills memory outside of the heap', 'fill buffers', 'too_much_memory'],
    ['that allocates one array that V8 refuses', 'huge array', 'too_much_memory'],
    ['that returns too much', 'return much', 'too_much_output'],
    ['that emits too many parts', 'emit much', 'too_much_output'],
    ['that returns something else', 'return text', 'failed'],
    ['that throws', 'throw', 'failed'],
    ['that rejects later, outside of the task', 'reject later', 'failed'],
    ['that sends what is no message', 'send garbage', 'failed'],
    ['that sends nothing', 'send nothing', 'failed'],
    ['that ends its process', 'exit', 'failed'],
    ['whose module is gone', 'loop', 'failed'],
  ])('%s fails with the reason, and the next one runs', async (what, does, reason) => {
    const failure = (
      what.endsWith('is gone') ? run(does, { ...TASK, module: 'tests/fixtures/nothing' }) : run(does)
    ).catch((error: unknown) => error)
    expect(await failure).toMatchObject({ name: 'TaskFailed', reason })
    expect(await run('work')).toEqual({ parts: ['one', 'two'], result: 3 })
  })

  test('that rejects its input throws the reasons by field', async () =>
    expect(await run('reject').catch((error: unknown) => error)).toMatchObject(new Invalid({ file: ['a.reason'] })))

  test('has no secret of the server in its environment, and no database', async () => {
    process.env.AUTH_SECRET ??= 'x'.repeat(32)
    const { parts } = await run('environment')
    expect(parts[0]!.split(' ').filter((name) => /SECRET|DATABASE|KEY|TOKEN/i.test(name))).toEqual([])
  })
})

test('tasks wait in a queue of limited length, in their order', async () => {
  const all = await Promise.all(['loop', 'work', 'work', 'work', 'work', 'work'].map(failureOf))
  expect(all).toEqual(['too_slow', 'finished', 'finished', 'finished', 'refused', 'refused'])
})

test('the tasks of a person who has many do not hold up those of another, and neither take their places', async () => {
  const order: string[] = []
  const ask = (who: string) =>
    pool.run(TASK, { do: 'work' }, who).then(
      () => void order.push(who),
      (error: unknown) => void order.push(`${who} ${(error as TaskFailed).reason}`),
    )
  // One task runs, three wait, and sixteen find no place.
  const all = [...Array.from({ length: 20 }, () => ask('many')), ask('another'), ask('a third')]
  await Promise.all(all)
  const refused = order.filter((one) => one.endsWith('refused'))
  expect(new Set(refused)).toEqual(new Set(['many refused']))
  const finished = order.filter((one) => !one.endsWith('refused'))
  expect(finished).toHaveLength(4)
  // The one that ran, and one turn.
  expect(finished.slice(0, 2)).toEqual(['many', 'many'])
  expect(finished.slice(2)).toEqual(['another', 'a third'])
})

test('a pool that is closed ends its workers and fails what waits', async () => {
  const closing = createWorkerPool({ size: 1, limits })
  const running = closing.run(TASK, { do: 'loop' }).catch((error: unknown) => error)
  const waiting = closing.run(TASK, { do: 'work' }).catch((error: unknown) => error)
  closing.close()
  expect(await Promise.all([running, waiting])).toMatchObject([{ reason: 'refused' }, { reason: 'refused' }])
})
