import { sortKeys } from '@/lib/platform/publishing/sorted-json'
import { repoint } from './repoint'

/** The record types whose records can be merged, with the columns that no two of their records share. */
export const MERGEABLE = {
  officials: ['bioguide'],
  organizations: [],
  sources: ['url_key'],
} as const satisfies Record<string, readonly string[]>
export type MergeableType = keyof typeof MERGEABLE

export const isMergeable = (type: string): type is MergeableType => Object.hasOwn(MERGEABLE, type)

type Json = Record<string, unknown>

/** The lists that are put together, and whether their rows are names. */
const UNITED: Record<MergeableType, readonly string[]> = {
  officials: ['aliases', 'roles'],
  organizations: ['aliases', 'servesIds'],
  sources: ['authors', 'lineage', 'captures', 'leads'],
}

/**
 * What two records say together: the one that stays, with what only the other had. The other's name becomes another
 * name of it. Nothing is invented, and nothing of the one that stays is lost.
 */
export const mergeRecordValues = (
  type: MergeableType,
  stays: Json,
  goes: Json,
  ids: { from: string; into: string },
): Json => {
  const other = repoint(goes, type, ids.from, ids.into) as Json
  const own = repoint(stays, type, ids.from, ids.into) as Json
  const all: Json = { ...own }
  for (const [name, value] of Object.entries(other))
    if (own[name] === null || own[name] === undefined) all[name] = value
  for (const name of UNITED[type]) all[name] = together(rowsOf(own[name]), rowsOf(other[name]))
  if (type !== 'sources') {
    const names = [other.name, ...rowsOf(all.aliases)].filter((one) => one !== own.name)
    all.aliases = together([], names)
  }
  if (type === 'organizations') all.servesIds = rowsOf(all.servesIds).filter((id) => id !== all.jurisdictionId)
  if (type === 'sources')
    all.lineage = rowsOf(all.lineage).filter((one) => (one as { sourceId?: unknown }).sourceId !== ids.into)
  return all
}

/** The rows of both, each once. Roles that differ only in their sources are one role with the sources of both. */
const together = (left: readonly unknown[], right: readonly unknown[]): unknown[] => {
  const rows = new Map<string, unknown>()
  for (const row of [...left, ...right]) {
    const key = keyOf(row)
    const there = rows.get(key)
    rows.set(key, there && hasCitations(there) && hasCitations(row) ? withBoth(there, row) : (there ?? row))
  }
  return [...rows.values()]
}

type Cited = { citations: unknown[] }
const hasCitations = (row: unknown): row is Cited =>
  typeof row === 'object' && row !== null && Array.isArray((row as Partial<Cited>).citations)
const withBoth = (a: Cited, b: Cited): Cited => ({ ...a, citations: together(a.citations, b.citations) })

const keyOf = (row: unknown): string => {
  if (!hasCitations(row)) {
    const { sha256 } = (row ?? {}) as { sha256?: unknown }
    return JSON.stringify(sortKeys(sha256 ?? row))
  }
  const { citations: _, ...rest } = row
  return JSON.stringify(sortKeys(rest))
}

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
