import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { columnsFor } from '@/lib/records/columns'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** The id and the address are in each row's link; the GEOIDs of other places are looked up for files only. */
const LEFT_OUT = /^(id|permalink)$|_geoid$/

/** The columns that a record type's table can have, in their order: those of its files. */
export const tableColumns = (type: RecordTypeName): readonly FlatColumn<RecordBase>[] => {
  const known = tables.get(type)
  if (known) return known
  const columns = columnsFor(type).filter(({ name }) => !LEFT_OUT.test(name) || name === 'county_geoid')
  tables.set(type, columns)
  return columns
}
const tables = new Map<RecordTypeName, readonly FlatColumn<RecordBase>[]>()

/** The names of the columns that a record type's table has unless others are asked for. */
export const defaultColumns = (type: RecordTypeName, lang: string): string[] =>
  tableColumns(type)
    .map(({ name }) => name)
    .filter((name) => {
      const { tableColumns: shown } = RECORD_TYPES[type]
      return shown.includes(name) || shown.includes(name.replace(`_${lang}`, ''))
    })

/** The names that an address asks for, in their order; unknown ones are left out. None: the usual ones. */
export const chosenColumns = (
  type: RecordTypeName,
  asked: readonly string[],
  lang: string,
): { names: string[]; given: boolean } => {
  const names = tableColumns(type).map(({ name }) => name)
  const known = names.filter((name) => asked.includes(name))
  const usual = defaultColumns(type, lang)
  return known.length ? { names: known, given: known.join() !== usual.join() } : { names: usual, given: false }
}
