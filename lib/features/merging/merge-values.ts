import { sortKeys } from '@/lib/platform/publishing/sorted-json'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { repoint } from './repoint'

/** The record types whose records can be merged, with their unique columns. */
export const MERGEABLE: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(RECORD_TYPES).flatMap(({ name, merge }) => (merge ? [[name, merge.uniqueColumns]] : [])),
)

export const isMergeable = (type: string): type is RecordTypeName => Object.hasOwn(MERGEABLE, type)

type Json = Record<string, unknown>

/** Merges two records: keeps the values of the surviving one, fills its gaps from the other, and combines lists. */
export const mergeRecordValues = (
  type: RecordTypeName,
  survivor: Json,
  duplicate: Json,
  ids: { from: string; into: string },
): Json => {
  const other = repoint(duplicate, type, ids.from, ids.into) as Json
  const own = repoint(survivor, type, ids.from, ids.into) as Json
  const all: Json = { ...own }
  for (const [name, value] of Object.entries(other))
    if (own[name] === null || own[name] === undefined) all[name] = value
  const { unitedLists, adjust } = RECORD_TYPES[type].merge!
  for (const name of unitedLists) all[name] = union(rowsOf(own[name]), rowsOf(other[name]))
  adjust?.(all, other, ids.into)
  return all
}

/** The union of two lists. Roles that differ only in their citations become one role with the citations of both. */
const union = (left: readonly unknown[], right: readonly unknown[]): unknown[] => {
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
const withBoth = (a: Cited, b: Cited): Cited => ({ ...a, citations: union(a.citations, b.citations) })

const keyOf = (row: unknown): string => {
  if (!hasCitations(row)) {
    const { sha256 } = (row ?? {}) as { sha256?: unknown }
    return JSON.stringify(sortKeys(sha256 ?? row))
  }
  const { citations: _, ...rest } = row
  return JSON.stringify(sortKeys(rest))
}

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
