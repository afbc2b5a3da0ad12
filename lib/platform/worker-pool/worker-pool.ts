import { Invalid } from '@/lib/platform/errors/errors'
import { currentCaller } from '@/lib/platform/http/client-address'
import { createFairQueue } from '@/lib/platform/http/fair-queue'
import { currentPerson } from '@/lib/platform/request-context/request-context'
import {
  PROCESS_LIMITS,
  type ProcessLimits,
  TASK_LIMITS,
  type Task,
  TaskFailed,
  type TaskFailure,
  type TaskLimits,
} from './task'
import { type Said, type WorkerProcess, startWorkerProcess } from './worker-process'

/** The result of a task. */
export type Finished<Part, Result> = { parts: Part[]; result: Result }

type Waiting = {
  /** The person or the address that asks. */
  caller: string
  task: Task<unknown, unknown, unknown>
  input: unknown
  limits: TaskLimits
  resolve: (finished: Finished<unknown, unknown>) => void
  reject: (error: unknown) => void
}
type Options = { size?: number; queue?: number; idleMilliseconds?: number; limits?: ProcessLimits & TaskLimits }

/** Time for a worker to start and load a parser, on a machine that is busy with other things. */
const START_MS = 60_000

/** A worker ends itself by SIGTERM over its time and by SIGKILL over its memory; V8 aborts on a full heap. */
const endedBy = (signal: NodeJS.Signals | null): TaskFailure =>
  signal === null ? 'failed' : signal === 'SIGTERM' ? 'too_slow' : 'too_much_memory'

export type WorkerPool = ReturnType<typeof createWorkerPool>

/**
 * A pool of worker processes that parse untrusted input, one task each at a time. A process, unlike a thread, can be
 * killed at any moment, has memory of its own, and takes nothing with it when it fails. Callers are served in turn, first
 * those with the fewest tasks running. Where all places are taken, the caller with the most loses one to a caller with
 * fewer.
 */
export function createWorkerPool(options: Options = {}) {
  const { size = 2, queue = 20, idleMilliseconds = 30_000, limits = { ...PROCESS_LIMITS, ...TASK_LIMITS } } = options
  const idle: { worker: WorkerProcess; timer: NodeJS.Timeout }[] = []
  const waiting = createFairQueue<Waiting>()
  const busy = new Map<WorkerProcess, string>()
  let closing = new AbortController()

  const loadOf = (caller: string) => [...busy.values()].filter((one) => one === caller).length

  const next = () => {
    const one = busy.size < size && waiting.shift(loadOf)
    if (!one) return
    const kept = idle.pop()
    clearTimeout(kept?.timer)
    const worker = kept?.worker ?? startWorkerProcess(limits)
    busy.set(worker, one.caller)
    worker.setBusy(true)
    void handle(worker, one, limits, closing.signal).then((isReusable) => {
      busy.delete(worker)
      if (isReusable) keep(worker)
      else worker.kill()
      next()
    })
  }

  /** Makes a place in the queue. False if all are taken and no other caller has more of them. */
  const makePlace = (caller: string): boolean => {
    if (waiting.size < queue) return true
    const dropped = waiting.dropFromLongest(waiting.waitingOf(caller) + 1)
    dropped?.reject(new TaskFailed('refused'))
    return dropped !== undefined
  }

  const keep = (worker: WorkerProcess) => {
    worker.setBusy(false)
    const timer = setTimeout(() => {
      const at = idle.findIndex((one) => one.worker === worker)
      if (at >= 0) idle.splice(at, 1)
      worker.kill()
    }, idleMilliseconds)
    idle.push({ worker, timer: timer.unref() })
  }

  const pool = {
    /** The most processor time for any task. Tests lower it. */
    longest: Infinity,
    /** @throws TaskFailed, or Invalid where the parser rejects the input. */
    run: <Input, Part, Result>(task: Task<Input, Part, Result>, input: Input, caller = callerOfRequest()) =>
      new Promise<Finished<Part, Result>>((resolve, reject) => {
        if (!makePlace(caller)) return reject(new TaskFailed('refused'))
        const { processorMilliseconds, milliseconds, outputBytes } = { ...limits, ...task.limits }
        const processor = Math.min(processorMilliseconds, pool.longest)
        const own = { processorMilliseconds: processor, milliseconds, outputBytes }
        waiting.push(caller, { caller, task, input, limits: own, resolve, reject } as unknown as Waiting)
        next()
      }),
    /** Ends all workers, and fails what they do and what waits. */
    close: () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) one.reject(new TaskFailed('refused'))
      closing.abort()
      closing = new AbortController()
      for (const { worker, timer } of idle.splice(0)) {
        clearTimeout(timer)
        worker.kill()
      }
    },
  }
  return pool
}

/** The person whose request this is, or else its address. Work without a request is one caller. */
const callerOfRequest = (): string => currentPerson() ?? currentCaller() ?? ''

/** Runs a task in a worker. Returns true if the worker can take another one. */
const handle = (
  worker: WorkerProcess,
  { task, input, limits, resolve, reject }: Waiting,
  { processMegabytes }: ProcessLimits,
  closing: AbortSignal,
): Promise<boolean> =>
  new Promise((settled) => {
    const { module } = task
    const { processorMilliseconds, milliseconds, outputBytes } = limits
    const parts: unknown[] = []
    let isOver = false
    let timer = setTimeout(() => fail('too_slow'), START_MS)
    const end = (isReusable: boolean, settle: () => void) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      closing.removeEventListener('abort', onClose)
      settle()
      settled(isReusable)
    }
    const fail = (reason: TaskFailure) => end(false, () => reject(new TaskFailed(reason)))
    const onClose = () => fail('refused')
    closing.addEventListener('abort', onClose)
    const onMessage = (said: Said) => {
      if (isOver) return
      if ('ready' in said) {
        clearTimeout(timer)
        timer = setTimeout(() => fail('too_slow'), milliseconds)
        return
      }
      if ('ended' in said) return fail(endedBy(said.ended))
      if ('failure' in said) return fail(said.failure)
      if ('invalid' in said) return end(true, () => reject(new Invalid(said.invalid)))
      const parsed = 'part' in said ? task.part.safeParse(said.part) : task.result.safeParse(said.result)
      if (!parsed.success) return fail('failed')
      if ('part' in said) return void parts.push(parsed.data)
      const isSmall = said.residentBytes < (processMegabytes * 1024 * 1024) / 2
      end(isSmall, () => resolve({ parts, result: parsed.data }))
    }
    void worker.start({ module, input, outputBytes, processorMilliseconds }, onMessage)
  })

// On globalThis, because Next bundles this file more than once, and all copies should share the workers.
const store = globalThis as typeof globalThis & { __localRecordWorkerPool?: WorkerPool }

/** The pool of this process. Its workers start when they are needed and end when they are idle. */
export const workerPool = (): WorkerPool => (store.__localRecordWorkerPool ??= createWorkerPool())

/** Runs a task in the pool of this process. @throws TaskFailed, or Invalid where the parser rejects the input. */
export const runTask = <Input, Part, Result>(task: Task<Input, Part, Result>, input: Input) =>
  workerPool().run(task, input)
