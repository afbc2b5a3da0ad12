import { citationsIn } from '@/lib/records/citations-in'
import { type FoundWords, findQuotes } from '@/lib/text/quotes'

/** Captured texts by source id. */
export type Texts = ReadonlyMap<string, readonly string[]>

/**
 * The places of a draft's quotes in captured texts, by the path of the citation; null where they lack them. A citation
 * that was not looked up has no entry: its source has no captured text, or the search took too long.
 */
export type QuotePlaces = ReadonlyMap<string, FoundWords | null>

/** The quotes of a draft that one source's texts are searched for. */
export type QuoteSearch = { texts: readonly string[]; quotes: { path: string; words: string; prefix: string }[] }

/** One search for each source with a captured text. */
export const quoteSearches = (data: unknown, texts: Texts): QuoteSearch[] => {
  const searches = new Map<string, QuoteSearch>()
  for (const { path, sourceId, exact, prefix } of citationsIn(data)) {
    const held = texts.get(sourceId ?? '')
    if (exact === null || !held?.length) continue
    const search = searches.get(sourceId!) ?? { texts: held, quotes: [] }
    search.quotes.push({ path, words: exact, prefix: prefix ?? '' })
    searches.set(sourceId!, search)
  }
  return [...searches.values()]
}

export const runSearches = (searches: readonly QuoteSearch[]): [string, FoundWords | null][] =>
  searches.flatMap(({ texts, quotes }) => {
    const found = findQuotes(texts, quotes)
    return quotes.map(({ path }, at): [string, FoundWords | null] => [path, found[at]!])
  })

export const quotePlaces = (data: unknown, texts: Texts): QuotePlaces =>
  new Map(runSearches(quoteSearches(data, texts)))
