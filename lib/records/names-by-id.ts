import type { RecordLabels } from '@/lib/platform/lists/filter'
import type { FilterSet, Values } from '@/lib/platform/lists/filters'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { cachedByKey } from '@/lib/platform/caching/query-cache'
import { identifier, sql } from '@/lib/platform/database/sql'
import { type Facets, offeredOptions } from '@/lib/platform/lists/list-source'
import { RECORD_TYPES, type RecordTypeName } from './registry'

/** Names of records, keyed by table and id: "official 0a1b2c3d4e". */
const namesOf = cachedByKey<LocalizedText>(20_000, async (keys) => {
  const tables = [...new Set(keys.map((key) => key.split(' ', 1)[0]!))]
  const named = tables.map((table) => {
    const ids = keys.filter((key) => key.startsWith(`${table} `)).map((key) => key.slice(table.length + 1))
    return sql`SELECT ${`${table} `} || id AS key, id, card ->> 'fullName' AS place, card ->> 'name' AS name,
      card -> 'title' AS title FROM ${identifier(table)} WHERE id = ANY(${ids})`
  })
  const found = await named.reduce((left, right) => sql`${left} UNION ALL ${right}`).rows<Named>()
  return new Map(
    found.map(({ key, id, place, name: own, title }) => {
      const en = place ?? own ?? title?.en ?? id
      return [key, { en, es: title?.es ?? en }]
    }),
  )
})

/** Names of the records that a view's filters use or offer, by id. */
export const namesById = async (filters: FilterSet, values: Values, facets: Facets = {}): Promise<RecordLabels> => {
  const wanted = filters.entries.flatMap(([key, filter]) => {
    const { control } = filter
    if (control.kind !== 'options' || !('records' in control.options)) return []
    const table = RECORD_TYPES[control.options.records as RecordTypeName].table
    const offered = offeredOptions(filter, values[key], facets[key] ?? [])
    return [...filter.codes(values[key]), ...offered.map(({ code }) => code)].map((id) => `${table} ${id}`)
  })
  if (!wanted.length) return {}
  const names = await namesOf([...new Set(wanted)])
  return Object.fromEntries([...names].map(([key, words]) => [key.slice(key.indexOf(' ') + 1), words]))
}

type Named = {
  key: string
  id: string
  place: string | null
  name: string | null
  title: { en: string; es?: string } | null
}
