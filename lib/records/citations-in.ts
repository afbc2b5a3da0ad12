import { WORD_FOR_WORD } from '@/lib/text/quotes'
import type { Fidelity } from '@/lib/vocabularies/fidelity'

/**
 * A citation in an unvalidated draft, with its path: "variants.0.citation". `claimed`: it asserts that the source
 * contains the quote.
 */
export type CitedInInput = {
  path: string
  sourceId: string | null
  exact: string | null
  prefix: string | null
  claimed: boolean
}

/** All citations of a draft, at any depth. */
export const citationsIn = (data: unknown, path = ''): CitedInInput[] => {
  if (Array.isArray(data)) return data.flatMap((one, at) => citationsIn(one, join(path, at)))
  if (!isObject(data)) return []
  const own =
    'sourceId' in data && ('fidelity' in data || 'exact' in data || 'found' in data) ? [citedAt(data, path)] : []
  return [...own, ...Object.entries(data).flatMap(([name, value]) => citationsIn(value, join(path, name)))]
}

const citedAt = (data: Record<string, unknown>, path: string): CitedInInput => ({
  path,
  sourceId: textOr(data.sourceId),
  exact: textOr(data.exact),
  prefix: textOr(data.prefix),
  claimed: data.found === 'found' || WORD_FOR_WORD.includes(data.fidelity as Fidelity),
})

const textOr = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
const join = (path: string, name: string | number) => (path ? `${path}.${name}` : String(name))
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
