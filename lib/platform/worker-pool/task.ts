import { z } from 'zod'

/** The limits of one task. Its worker process is killed when it goes over. */
export type TaskLimits = {
  /** Processor time, once the parser is loaded. */
  processorMilliseconds: number
  /** Time by the clock: on a busy machine the worker waits for a processor. A request is answered within 30 s. */
  milliseconds: number
  /** Size of everything that a task returns: two bytes per character and sixteen per value. */
  outputBytes: number
}

/** The limits of a worker process. It is killed when it goes over. */
export type ProcessLimits = {
  /** JavaScript heap. */
  heapMegabytes: number
  /** Memory of the whole process, which includes buffers outside of the heap. */
  processMegabytes: number
}

export const TASK_LIMITS: TaskLimits = {
  processorMilliseconds: 15_000,
  milliseconds: 25_000,
  outputBytes: 100 * 1024 * 1024,
}
export const PROCESS_LIMITS: ProcessLimits = { heapMegabytes: 512, processMegabytes: 768 }

/**
 * Work on untrusted input. `input` must survive structured cloning. Large results are emitted in small parts, so that
 * receiving them does not block the server.
 */
export type Run<Input, Part, Result> = (input: Input, emit: (part: Part) => void) => Result | Promise<Result>

/** A parser that runs in a worker process. */
export type Task<Input, Part, Result> = {
  /** The module that exports `run`: its path in the project. The serving process never loads it. */
  module: string
  /** Parsed values are checked, because a parser may have been misled. */
  part: z.ZodType<Part>
  result: z.ZodType<Result>
  limits?: Partial<TaskLimits>
  /** Never set: it holds the type of the input. */
  input?: Input
}

/** The reason why a task did not finish. `refused`: too many others wait. */
export type TaskFailure = 'too_slow' | 'too_much_memory' | 'too_much_output' | 'failed' | 'refused'

/** A task was ended, or did not begin. The worker it ran in is gone. */
export class TaskFailed extends Error {
  override name = 'TaskFailed'
  constructor(readonly reason: TaskFailure) {
    super(`A task in a worker process ended without a result: ${reason}.`)
  }
}

/** From the pool to a worker. */
export type Request = { module: string; input: unknown; outputBytes: number; processorMilliseconds: number }

const Issues = z.record(z.string(), z.array(z.string()))

/** From a worker to the pool. */
export const Message = z.union([
  z.object({ ready: z.enum(['process', 'module']) }),
  z.object({ part: z.unknown() }),
  z.object({ failure: z.enum(['too_much_output', 'failed']), message: z.string().max(500) }),
  z.object({ invalid: Issues }),
  z.object({ result: z.unknown(), residentBytes: z.number() }),
])
export type Message = z.infer<typeof Message>
