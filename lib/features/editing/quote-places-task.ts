import type { Run } from '@/lib/platform/worker-pool/task'
import type { FoundWords } from '@/lib/text/quotes'
import { type QuoteSearch, runSearches } from './quote-places'

/** Runs in a worker process. */
export const run: Run<QuoteSearch[], never, [string, FoundWords | null][]> = runSearches
