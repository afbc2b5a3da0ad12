import { typeOfLink } from '@/lib/records/record-links'
import { WORD_FOR_WORD } from '@/lib/text/quotes'
import type { Fidelity } from '@/lib/vocabularies/fidelity'

/**
 * A citation in an unvalidated draft, with its path: "variants.0.citation". `claimed`: it asserts that the source
 * contains the quote.
 */
export type CitedInInput = { path: string; sourceId: string | null; exact: string | null; claimed: boolean }

/** A record that a draft links to, with the path: "speakers.0.officialId". */
export type NamedRecord = { type: string; id: string; path: string }

/** All citations of a draft, at any depth. */
export const citationsIn = (data: unknown, path = ''): CitedInInput[] => {
  if (Array.isArray(data)) return data.flatMap((one, at) => citationsIn(one, join(path, at)))
  if (!isObject(data)) return []
  const own =
    'sourceId' in data && ('fidelity' in data || 'exact' in data || 'found' in data) ? [citedAt(data, path)] : []
  return [...own, ...Object.entries(data).flatMap(([name, value]) => citationsIn(value, join(path, name)))]
}

/** All records that a draft links to, at any depth, each with the first path that links to it. */
export const recordsNamedIn = (data: unknown): NamedRecord[] => {
  const seen = new Map<string, NamedRecord>()
  for (const one of linksAt(data, '')) if (!seen.has(`${one.type}/${one.id}`)) seen.set(`${one.type}/${one.id}`, one)
  return [...seen.values()]
}

const linksAt = (data: unknown, path: string): NamedRecord[] => {
  if (Array.isArray(data)) return data.flatMap((one, at) => linksAt(one, join(path, at)))
  if (!isObject(data)) return []
  return Object.entries(data).flatMap(([name, value]) => {
    const type = typeOfLink(name)
    if (!type) return linksAt(value, join(path, name))
    const ids = Array.isArray(value) ? value : [value]
    return ids.flatMap((id) => (typeof id === 'string' && id ? [{ type, id, path: join(path, name) }] : []))
  })
}

const citedAt = (data: Record<string, unknown>, path: string): CitedInInput => ({
  path,
  sourceId: textOr(data.sourceId),
  exact: textOr(data.exact),
  claimed: data.found === 'found' || WORD_FOR_WORD.includes(data.fidelity as Fidelity),
})

const textOr = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
const join = (path: string, name: string | number) => (path ? `${path}.${name}` : String(name))
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
