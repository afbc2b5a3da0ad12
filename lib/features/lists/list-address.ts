import type { FilterSet, Values } from '@/lib/platform/lists/filters'

/** View parameters of a list. Absent parameters mean the default. */
export type ViewParams = {
  sort?: string | undefined
  view?: string
  columns?: readonly string[]
  density?: string
  /** "all" shows every row on one page, for printing. */
  rows?: string | undefined
}

/** In canonical order. */
export const VIEW_PARAMS = ['sort', 'view', 'columns', 'density', 'rows', 'after'] as const

/** The canonical English address of a list. */
export const listAddress = (
  { path, filters }: { path: string; filters: FilterSet },
  values: Values,
  viewParams: ViewParams & { after?: string | undefined } = {},
): string => {
  const query = filters.toQuery(values)
  for (const name of VIEW_PARAMS)
    for (const value of [viewParams[name] ?? []].flat()) if (value) query.append(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
