import type { Facets, ImpreciseDateCounts, Sort } from '@/lib/platform/lists/list-source'
import type { Relaxation } from '@/lib/platform/lists/collection'
import type { FilterSet, Values } from '@/lib/platform/lists/filters'
import type { Issue, RecordLabels } from '@/lib/platform/lists/filter'
import type { TableChoice } from './view-choice'

/** Parameters of a list that are no filters; those without a value stand for what is usual. */
export type Own = {
  sort?: string | undefined
  view?: string
  columns?: readonly string[]
  density?: string
  /** "all": everything on one page, to print. */
  rows?: string | undefined
}

/** So many rows are shown on one page at most, when all of them are asked for. */
export const ALL_ROWS = 1_000

/** A list as its address asks for it, and what there is to say about it. */
export type ListView = {
  /** "/statements" */
  path: string
  filters: FilterSet
  values: Values
  issues: readonly Issue[]
  names: RecordLabels
  facets: Facets
  inexact: ImpreciseDateCounts
  waysOut: readonly Relaxation[]
  sorts: Readonly<Record<string, Sort>>
  /** What the address says beside its filters: the order, the kind of view. */
  own: Own
  /** Set where the records are shown as a table. */
  table: TableChoice | null
  total: number
  /** There are more than `total`. */
  more: boolean
}

/** In the order in which an address has them. */
export const OWN = ['sort', 'view', 'columns', 'density', 'rows', 'after'] as const

/** The canonical address of a list, in English. */
export const listAddress = (
  { path, filters }: Pick<ListView, 'path' | 'filters'>,
  values: Values,
  own: Own & { after?: string | undefined } = {},
): string => {
  const query = filters.toQuery(values)
  for (const name of OWN) for (const value of [own[name] ?? []].flat()) if (value) query.append(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
