import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { columnsFor } from '@/lib/records/columns'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Excluded columns: each row's link has the id and the path, and only exports look up the GEOIDs of other places. */
const LEFT_OUT = /^(id|permalink)$|_geoid$/

/** The columns available in a record type's table, in the order of its exports. */
export const tableColumns = (type: RecordTypeName): readonly FlatColumn<RecordBase>[] => {
  const known = tables.get(type)
  if (known) return known
  const columns = columnsFor(type).filter(({ name }) => !LEFT_OUT.test(name) || name === 'county_geoid')
  tables.set(type, columns)
  return columns
}
const tables = new Map<RecordTypeName, readonly FlatColumn<RecordBase>[]>()

/** The names of the default columns. */
export const defaultColumns = (type: RecordTypeName, lang: string): string[] =>
  tableColumns(type)
    .map(({ name }) => name)
    .filter((name) => {
      const { tableColumns: shown } = RECORD_TYPES[type]
      return shown.includes(name) || shown.includes(name.replace(`_${lang}`, ''))
    })

/** The requested column names, in table order. Unknown ones are ignored; without any, returns the defaults. */
export const chosenColumns = (
  type: RecordTypeName,
  requested: readonly string[],
  lang: string,
): { names: string[]; given: boolean } => {
  const names = tableColumns(type).map(({ name }) => name)
  const known = names.filter((name) => requested.includes(name))
  const defaults = defaultColumns(type, lang)
  return known.length ? { names: known, given: known.join() !== defaults.join() } : { names: defaults, given: false }
}
