import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { columnsFor } from '@/lib/records/columns'
import type { RecordTypeName } from '@/lib/records/paths'

/** What a table shows of each room unless other columns are asked for. */
const USUAL: Record<RecordTypeName, readonly string[]> = {
  statements: ['role', 'place', 'date_edtf', 'wording', 'wording_fidelity', 'source_outlet'],
  policies: ['jurisdiction', 'instrument', 'binding', 'status', 'status_date_edtf', 'source_outlet'],
  stances: ['jurisdiction', 'value', 'from_edtf', 'basis', 'checked_on'],
  officials: ['roles', 'jurisdiction', 'parties'],
  organizations: ['kind', 'jurisdiction'],
  'federal-actions': ['kind', 'agency', 'date_edtf', 'topics'],
  sources: ['outlet', 'kind', 'published_edtf', 'url'],
  jurisdictions: ['kind', 'geoid', 'population'],
  labels: ['labeller', 'own', 'jurisdiction', 'date_edtf'],
}

/** The id and the address are in each row's link; the GEOIDs of other places are looked up for files only. */
const LEFT_OUT = /^(id|permalink)$|_geoid$/

/** The columns that a room's table can have, in their order: those of its files. */
export const tableColumns = (room: RecordTypeName): readonly FlatColumn<RecordBase>[] => {
  const known = tables.get(room)
  if (known) return known
  const columns = columnsFor(room).filter(({ name }) => !LEFT_OUT.test(name) || name === 'county_geoid')
  tables.set(room, columns)
  return columns
}
const tables = new Map<RecordTypeName, readonly FlatColumn<RecordBase>[]>()

/** The names of the columns that a room's table has unless others are asked for. */
export const defaultColumns = (room: RecordTypeName, lang: string): string[] =>
  tableColumns(room)
    .map(({ name }) => name)
    .filter((name) => USUAL[room].includes(name) || USUAL[room].includes(name.replace(`_${lang}`, '')))

/** The names that an address asks for, in their order; unknown ones are left out. None: the usual ones. */
export const chosenColumns = (
  room: RecordTypeName,
  asked: readonly string[],
  lang: string,
): { names: string[]; given: boolean } => {
  const names = tableColumns(room).map(({ name }) => name)
  const known = names.filter((name) => asked.includes(name))
  const usual = defaultColumns(room, lang)
  return known.length ? { names: known, given: known.join() !== usual.join() } : { names: usual, given: false }
}
