/** Conditions in which a source needs attention. */
export const HEALTH = ['broken', 'moved', 'refused', 'lost', 'uncopied', 'unchecked'] as const
export type Health = (typeof HEALTH)[number]

/** Filters of the source list. */
export type HealthFilters = { is: Health[]; text: string; page: number }

/** Ignores invalid values. */
export const readHealthFilters = (query: Record<string, string | string[] | undefined>): HealthFilters => {
  const all = (name: string) => [query[name] ?? []].flat()
  const page = Number(all('page')[0])
  return {
    is: HEALTH.filter((one) => all('is').includes(one)),
    text: (all('text')[0] ?? '').replaceAll('\0', '').trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

export const healthPath = ({ is, text, page }: HealthFilters): string => {
  const query = new URLSearchParams(is.map((one) => ['is', one]))
  if (text) query.set('text', text)
  if (page > 1) query.set('page', String(page))
  return query.size ? `/admin/sources?${query}` : '/admin/sources'
}

export const HEALTH_PAGE = 50
