import { type FoundWords, quoteFrom } from '@/lib/text/quotes'

type Json = Record<string, unknown>

/** Captured texts by source id. */
export type Texts = ReadonlyMap<string, readonly string[]>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCitation = (value: Json): boolean =>
  typeof value.sourceId === 'string' && ('fidelity' in value || 'exact' in value || 'found' in value)

/**
 * Verifies a draft's quotes against the captured texts. A quote that is found gets the source's exact characters with
 * its prefix and suffix; any other is marked `not_found`. A quote without a captured text keeps its state from
 * `before`, or `not_checked`.
 */
export const resolveConflicts = <D>(data: D, before: unknown, texts: Texts): D => {
  const known = new Map(allCitations(before).map((one) => [keyOf(one), one]))
  return walk(data, (one) => settle(one, known.get(keyOf(one)), texts)) as D
}

const keyOf = ({ sourceId, exact }: Json): string => JSON.stringify([sourceId, exact ?? null])

const walk = (value: unknown, change: (citation: Json) => Json): unknown => {
  if (Array.isArray(value)) return value.map((one) => walk(one, change))
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, change)]))
  const own = isCitation(inner) ? change(inner) : inner
  return withPassages(own)
}

const allCitations = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(allCitations)
  if (!isObject(value)) return []
  return [...(isCitation(value) ? [value] : []), ...Object.values(value).flatMap(allCitations)]
}

const settle = (given: Json, before: Json | undefined, texts: Texts): Json => {
  const { prefix, suffix: _suffix, found: _found, ...citation } = given
  const held = texts.get(citation.sourceId as string)
  if (typeof citation.exact !== 'string' || !held?.length)
    return { ...citation, ...around(before?.prefix, before?.suffix), found: before?.found ?? 'not_checked' }
  const place = mapTexts(held, citation.exact, prefix)
  if (!place) return { ...citation, found: 'not_found' }
  return { ...citation, exact: place.exact, ...around(place.prefix, place.suffix), found: 'found' }
}

/** Finds a quote in the first text that contains it. `prefix` selects among several occurrences. */
export const mapTexts = (texts: readonly string[], exact: string, prefix?: unknown): FoundWords | null => {
  for (const text of texts) {
    const before = typeof prefix === 'string' ? prefix : ''
    const found = quoteFrom(text, exact, before ? Math.max(0, text.indexOf(before + exact) + before.length) : 0)
    if (found) return found
  }
  return null
}

const around = (prefix: unknown, suffix: unknown): Json => ({
  ...(typeof prefix === 'string' && prefix && { prefix }),
  ...(typeof suffix === 'string' && suffix && { suffix }),
})

/** Copies the exact characters of the evidence into the quoted passages of a wording. */
const withPassages = (value: Json): Json => {
  const { passages, citation } = value
  if (!Array.isArray(passages) || !isObject(citation) || typeof citation.exact !== 'string') return value
  const own = (passage: unknown) =>
    typeof passage === 'string' ? (quoteFrom(citation.exact as string, passage)?.exact ?? passage) : passage
  return { ...value, passages: passages.map(own) }
}
