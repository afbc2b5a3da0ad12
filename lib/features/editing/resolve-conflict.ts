import { type FoundWords, MAX_QUOTE_LENGTH, quoteFrom } from '@/lib/text/quotes'
import type { QuotePlaces } from './quote-places'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCitation = (value: Json): boolean =>
  typeof value.sourceId === 'string' && ('fidelity' in value || 'exact' in value || 'found' in value)

/**
 * Marks a draft's quotes by where the captured texts have them. A quote that is found gets the source's exact characters
 * with its prefix and suffix; any other is marked `not_found`. A quote that was not looked up keeps its state from
 * `before`, or `not_checked`.
 */
export const resolveConflicts = <D>(data: D, before: unknown, places: QuotePlaces): D => {
  const known = new Map(allCitations(before).map((one) => [keyOf(one), one]))
  return walk(data, '', (one, path) => settle(one, known.get(keyOf(one)), places.get(path))) as D
}

const keyOf = ({ sourceId, exact }: Json): string => JSON.stringify([sourceId, exact ?? null])

const walk = (value: unknown, path: string, change: (citation: Json, path: string) => Json): unknown => {
  const below = (key: string | number) => (path ? `${path}.${key}` : String(key))
  if (Array.isArray(value)) return value.map((one, at) => walk(one, below(at), change))
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, below(key), change)]))
  const own = isCitation(inner) ? change(inner, path) : inner
  return withPassages(own)
}

const allCitations = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(allCitations)
  if (!isObject(value)) return []
  return [...(isCitation(value) ? [value] : []), ...Object.values(value).flatMap(allCitations)]
}

const settle = (given: Json, before: Json | undefined, place: FoundWords | null | undefined): Json => {
  const { prefix: _prefix, suffix: _suffix, found: _found, ...citation } = given
  if (place === undefined)
    return { ...citation, ...around(before?.prefix, before?.suffix), found: before?.found ?? 'not_checked' }
  if (!place) return { ...citation, found: 'not_found' }
  return { ...citation, exact: place.exact, ...around(place.prefix, place.suffix), found: 'found' }
}

const around = (prefix: unknown, suffix: unknown): Json => ({
  ...(typeof prefix === 'string' && prefix && { prefix }),
  ...(typeof suffix === 'string' && suffix && { suffix }),
})

/** Copies the exact characters of the evidence into the quoted passages of a wording. */
const withPassages = (value: Json): Json => {
  const { passages, citation } = value
  if (!Array.isArray(passages) || !isObject(citation) || typeof citation.exact !== 'string') return value
  if (citation.exact.length > MAX_QUOTE_LENGTH) return value
  const own = (passage: unknown) =>
    typeof passage === 'string' ? (quoteFrom(citation.exact as string, passage)?.exact ?? passage) : passage
  return { ...value, passages: passages.map(own) }
}
