import { z } from 'zod'
import { type Task, TaskFailed } from '@/lib/platform/worker-pool/task'
import { runTask } from '@/lib/platform/worker-pool/worker-pool'
import type { FoundWords } from '@/lib/text/quotes'
import { type QuotePlaces, type QuoteSearch, quoteSearches, runSearches } from './quote-places'
import type { QuotedSource } from './source-queries'

const anchor = { exact: z.string(), prefix: z.string(), suffix: z.string() }
const TASK: Task<QuoteSearch[], never, [string, FoundWords | null][]> = {
  module: 'lib/features/editing/quote-places-task',
  part: z.never(),
  result: z.array(z.tuple([z.string(), z.object({ ...anchor, times: z.int(), quoted: z.boolean() }).nullable()])),
  limits: { processorMilliseconds: 6_000, milliseconds: 14_000 },
}

/** A search with more work than this runs in a worker process. It takes a hundredth of a second. */
const MAX_WORK_HERE = 500_000

/** Characters to read. Bringing one into comparable form takes as long as some ten steps of a search. */
const workOf = ({ texts, quotes }: QuoteSearch): number =>
  texts.reduce((sum, { length }) => sum + length, 0) * (1 + quotes.length / 10)

/** Looks up the quotes of a draft in the captured texts of its sources. */
export async function findQuotePlaces(data: unknown, sources: readonly QuotedSource[]): Promise<QuotePlaces> {
  const texts = new Map(sources.map((one) => [one.id, one.texts.map(({ text }) => text)]))
  const searches = quoteSearches(data, texts)
  if (searches.reduce((sum, search) => sum + workOf(search), 0) < MAX_WORK_HERE) return new Map(runSearches(searches))
  try {
    return new Map((await runTask(TASK, searches)).result)
  } catch (error) {
    if (error instanceof TaskFailed) return new Map()
    throw error
  }
}
