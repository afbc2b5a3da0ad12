import { type FoundWords, quoteFrom } from '@/lib/text/quotes'

type Json = Record<string, unknown>

/** The kept texts of sources, by the source. */
export type Texts = ReadonlyMap<string, readonly string[]>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCitation = (value: Json): boolean =>
  typeof value.sourceId === 'string' && ('fidelity' in value || 'exact' in value || 'found' in value)

/**
 * A draft's data with what the server knows of its quotations: words that are in a kept text of their source stand
 * there in the source's own characters, with the words around them; of all others it is said that they were not found,
 * or not looked for. What nothing new is known of stays as it was `before`.
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

/** The words in the first of the texts that has them; where there are several places, the one that was meant. */
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

/** The quoted words of a wording, in the characters of the words around them. */
const withPassages = (value: Json): Json => {
  const { passages, citation } = value
  if (!Array.isArray(passages) || !isObject(citation) || typeof citation.exact !== 'string') return value
  const own = (passage: unknown) =>
    typeof passage === 'string' ? (quoteFrom(citation.exact as string, passage)?.exact ?? passage) : passage
  return { ...value, passages: passages.map(own) }
}
