import { z } from 'zod'
import { type Task, TaskFailed } from '@/lib/platform/worker-pool/task'
import { runTask } from '@/lib/platform/worker-pool/worker-pool'
import type { Candidate } from './candidates'
import type { Recognition, RecognizeInput } from './recognize-task'

const span = { start: z.int(), end: z.int() }
const Span = z.object(span)
const mention = { ...span, words: z.string() }

const candidate: z.ZodType<Candidate> = z.object({
  around: Span,
  quotes: z.array(Span),
  speakers: z.array(
    z.object({ ...mention, name: z.string(), kind: z.enum(['person', 'body']), how: z.enum(['said', 'near']) }),
  ),
  places: z.array(z.object({ ...mention, state: z.string().nullable(), here: z.boolean() })),
  dates: z.array(
    z.object({ ...mention, how: z.enum(['stated', 'derived', 'asks']), options: z.array(z.string().max(50)) }),
  ),
})

const TASK: Task<RecognizeInput, never, Recognition> = {
  module: 'lib/features/intake/recognize-task',
  part: z.never(),
  result: z.object({
    candidates: z.array(candidate),
    candidateCount: z.int(),
    quotations: z.array(Span),
    quotationCount: z.int(),
  }),
  limits: { processorMilliseconds: 5_000, milliseconds: 14_000 },
}

/** Recognizes candidates and quotations in a worker process; null for a text that takes too long. */
export const recognize = async (input: RecognizeInput): Promise<Recognition | null> => {
  try {
    return (await runTask(TASK, input)).result
  } catch (error) {
    if (error instanceof TaskFailed) return null
    throw error
  }
}
