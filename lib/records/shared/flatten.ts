import type { z } from 'zod'
import type { FieldMeta } from '@/lib/platform/lists/field'
import type { Text, LocalizedText } from '@/lib/platform/i18n/locale'
import { type Column, type ColumnType, columnName, joinCellValues } from '@/lib/platform/files/columns'
import type { InexactDate } from './inexact-date'
import type { PlaceRef, Ref } from './reference'

/** Context of a cell: the site's origin, and the GEOIDs of the places that the records link to. */
export type FlatContext = { site: string; geoids: ReadonlyMap<string, string> }

export type FlatColumn<R> = Column<R, FlatContext>

type Named = { name: string; label: LocalizedText; about?: LocalizedText | undefined }
type Get<R, V> = (record: R) => V | null

const suffixed = ({ name, label }: Named, suffix: string, en: string, es: string): Named => ({
  name: `${name}_${suffix}`,
  label: { en: `${label.en}, ${en}`, es: `${label.es}, ${es}` },
})

/** One column per language of a localized text. */
export const textColumns = <R>(named: Named, get: Get<R, Text>): FlatColumn<R>[] => [
  { ...suffixed(named, 'en', 'English', 'en inglés'), type: 'string', value: (record) => get(record)?.en ?? null },
  { ...suffixed(named, 'es', 'Spanish', 'en español'), type: 'string', value: (record) => get(record)?.es ?? null },
]

/** Columns of an inexact date: its EDTF form, its interval in days, and the source's wording. */
export const dateColumns = <R>(named: Named, get: Get<R, InexactDate>): FlatColumn<R>[] => [
  { ...suffixed(named, 'edtf', 'EDTF', 'EDTF'), type: 'string', value: (record) => get(record)?.edtf ?? null },
  {
    ...suffixed(named, 'earliest', 'earliest day', 'primer día posible'),
    type: 'date',
    value: (record) => get(record)?.earliest ?? null,
  },
  {
    ...suffixed(named, 'latest', 'latest day', 'último día posible'),
    type: 'date',
    value: (record) => get(record)?.latest ?? null,
  },
  {
    ...suffixed(named, 'as_written', 'as the source writes it', 'como la escribe la fuente'),
    type: 'string',
    value: (record) => get(record)?.asWritten ?? null,
  },
]

/** Columns of linked records: their names and their ids, in the same order. */
export const refColumns = <R>(named: Named, get: (record: R) => readonly Ref[]): FlatColumn<R>[] => [
  { ...named, type: 'list', value: (record) => joinCellValues(get(record).map((one) => one.name)) },
  {
    ...suffixed(named, 'id', 'ID', 'ID'),
    type: 'list',
    value: (record) => joinCellValues(get(record).map((one) => one.id)),
  },
]

/** Columns of places: names, ids, states, and GEOIDs as text. */
export const placeColumns = <R>(named: Named, get: (record: R) => readonly PlaceRef[]): FlatColumn<R>[] => [
  ...refColumns(named, get),
  {
    ...suffixed(named, 'state', 'state', 'estado'),
    type: 'list',
    value: (record) => joinCellValues([...new Set(get(record).map((one) => one.usps))]),
  },
  {
    ...suffixed(named, 'geoid', 'GEOID', 'GEOID'),
    type: 'list',
    about: {
      en: 'Census Bureau identifier, as text: leading zeros count. Empty where none is known.',
      es: 'Identificador de la Oficina del Censo, como texto: los ceros iniciales cuentan. Vacío si no se conoce.',
    },
    value: (record, { geoids }) => joinCellValues(get(record).map((one) => geoids.get(one.id))),
  },
]

type Shape = Readonly<Record<string, z.ZodType>>
type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Shape; format?: string }
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def
const bare = (schema: z.ZodType): Def => {
  const def = defOf(schema)
  return def.type === 'nullable' ? bare(def.innerType!) : def
}

const PLAIN: Record<string, ColumnType> = { string: 'string', enum: 'string', boolean: 'boolean', number: 'number' }

/** The columns of a field, derived from its schema. Empty if the field needs hand-written columns. */
export const fieldColumns = <R>(property: string, schema: z.ZodType, meta: FieldMeta): FlatColumn<R>[] => {
  const named = { name: columnName(property), label: { en: meta.title, es: meta.es }, about: meta.about }
  const get = (record: R) => (record as Record<string, never>)[property] ?? null
  const def = bare(schema)
  const item = def.type === 'array' ? bare(def.element!) : def
  const has = (key: string) => item.shape !== undefined && key in item.shape
  const many = (record: R): never[] => (def.type === 'array' ? get(record)! : get(record) ? [get(record)!] : [])
  const single = (columns: FlatColumn<R>[]) =>
    def.type === 'array' ? columns : columns.map((one) => ({ ...one, type: 'string' as const }))
  if (has('usps')) return single(placeColumns(named, many))
  if (has('path')) return single(refColumns(named, many))
  if (has('edtf')) return dateColumns(named, get)
  if (has('en')) return textColumns(named, get)
  if (!(item.type in PLAIN)) return []
  const vocabulary = meta.vocabulary
  if (def.type === 'array')
    return [{ ...named, vocabulary, type: 'list', value: (record) => joinCellValues(many(record)) }]
  const type = def.format === 'safeint' ? 'integer' : def.format === 'date' ? 'date' : PLAIN[def.type]!
  return [{ ...named, vocabulary, type, value: get }]
}
