import type { Facets, Sort } from '@/lib/platform/lists/list-source'
import type { PossibleDates, Relaxation } from '@/lib/platform/lists/collection'
import type { FilterSet, Values } from '@/lib/platform/lists/filters'
import type { Issue, RecordLabels } from '@/lib/platform/lists/filter'
import type { ViewParams } from '@/lib/features/lists/list-address'
import type { TableChoice } from './view-choice'

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
  possible: PossibleDates | null
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
