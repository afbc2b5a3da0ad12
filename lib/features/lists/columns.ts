import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { columnsFor } from '@/lib/records/columns'
import type { RecordTypeName } from '@/lib/records/paths'

/** What a table shows of each record type unless other columns are asked for. */
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
    .filter((name) => USUAL[type].includes(name) || USUAL[type].includes(name.replace(`_${lang}`, '')))

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
