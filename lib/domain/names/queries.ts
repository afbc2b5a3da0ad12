import type { Names } from '@/lib/platform/collections/filter'
import type { FilterSet, Values } from '@/lib/platform/collections/filters'
import { name, sql } from '@/lib/platform/database/read'
import { type Facets, offeredOf } from '@/lib/platform/records/answers'

const TABLES: Record<string, string> = {
  jurisdictions: 'jurisdiction',
  officials: 'official',
  organizations: 'organization',
  'federal-actions': 'federal_action',
}

/** What the records are called that a view's filters name, and those that its options offer. */
export const namesIn = async (filters: FilterSet, values: Values, facets: Facets = {}): Promise<Names> => {
  const wanted = filters.entries.flatMap(([key, filter]) => {
    const { control } = filter
    if (control.kind !== 'options' || !('records' in control.options)) return []
    const offered = offeredOf(filter, values[key], facets[key] ?? [])
    const ids = [...filter.codes(values[key]), ...offered.map(({ code }) => code)]
    return ids.length ? [{ table: TABLES[control.options.records]!, ids: [...new Set(ids)] }] : []
  })
  if (!wanted.length) return {}
  const named = wanted.map(
    ({ table, ids }) => sql`SELECT id, card ->> 'fullName' AS place, card ->> 'name' AS name, card -> 'title' AS title
      FROM ${name(table)} WHERE id = ANY(${ids})`,
  )
  const found = await named.reduce((left, right) => sql`${left} UNION ALL ${right}`).rows<Named>()
  return Object.fromEntries(
    found.map(({ id, place, name: own, title }) => {
      const en = place ?? own ?? title?.en ?? id
      return [id, { en, es: title?.es ?? en }]
    }),
  )
}

type Named = { id: string; place: string | null; name: string | null; title: { en: string; es?: string } | null }
