import type { Facets, ImpreciseDateCounts, Sort } from '@/lib/platform/lists/list-source'
import type { Relaxation } from '@/lib/platform/lists/collection'
import type { FilterSet, Values } from '@/lib/platform/lists/filters'
import type { Issue, RecordLabels } from '@/lib/platform/lists/filter'
import type { TableChoice } from './view-choice'

/** View parameters of a list. Absent parameters mean the default. */
export type ViewParams = {
  sort?: string | undefined
  view?: string
  columns?: readonly string[]
  density?: string
  /** "all" shows every row on one page, for printing. */
  rows?: string | undefined
}

/** Maximum number of rows on one page with `rows=all`. */
export const ALL_ROWS = 1_000

/** A list as requested by its URL, with everything its page renders. */
export type ListView = {
  /** "/statements" */
  path: string
  filters: FilterSet
  values: Values
  issues: readonly Issue[]
  names: RecordLabels
  facets: Facets
  inexact: ImpreciseDateCounts
  relaxations: readonly Relaxation[]
  sorts: Readonly<Record<string, Sort>>
  /** View parameters: sort, view, columns. */
  viewParams: ViewParams
  /** Set in table view. */
  table: TableChoice | null
  total: number
  /** The list is longer than `total`. */
  more: boolean
}

/** In canonical URL order. */
export const VIEW_PARAMS = ['sort', 'view', 'columns', 'density', 'rows', 'after'] as const

/** Canonical English URL of a list. */
export const listAddress = (
  { path, filters }: Pick<ListView, 'path' | 'filters'>,
  values: Values,
  viewParams: ViewParams & { after?: string | undefined } = {},
): string => {
  const query = filters.toQuery(values)
  for (const name of VIEW_PARAMS)
    for (const value of [viewParams[name] ?? []].flat()) if (value) query.append(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
