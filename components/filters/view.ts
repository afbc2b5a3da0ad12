import type { Facets, Inexact, Sort, WayOut } from '@/lib/platform/records/collection'
import type { FilterSet, Values } from '@/lib/platform/collections/filters'
import type { Issue, Names } from '@/lib/platform/collections/filter'

/** A list as its address asks for it, and what there is to say about it. */
export type ListView = {
  /** "/statements" */
  path: string
  filters: FilterSet
  values: Values
  issues: readonly Issue[]
  names: Names
  facets: Facets
  inexact: Inexact
  waysOut: readonly WayOut[]
  sorts: Readonly<Record<string, Sort>>
  /** Empty for the order of a list that asks for none. */
  sort: string
  total: number
}

/** The canonical address of a list, in English. */
export const listAddress = (
  { path, filters }: Pick<ListView, 'path' | 'filters'>,
  values: Values,
  more: Readonly<Record<string, string | undefined>> = {},
): string => {
  const query = filters.toQuery(values)
  for (const [name, value] of Object.entries(more)) if (value) query.append(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
