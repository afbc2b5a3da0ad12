import type { z } from 'zod'
import { fieldMeta } from '@/lib/platform/lists/field'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { columnName, joinCellValues } from '@/lib/platform/files/columns'
import type { Citation, Note } from './citation'
import { recordFields } from './reference'
import { FIDELITY, SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import { type FlatColumn, fieldColumns } from './flatten'

type Definition = { shape: Readonly<Record<string, z.ZodType>> }

/** Hand-written columns of fields whose schema is not enough; null omits the field. */
type ByHand<R> = { readonly [P in keyof R]?: FlatColumn<R>[] | null }

const AT_THE_END = ['version', 'publishedAt', 'updatedAt'] as const

/** The columns of a record type: id and permalink first, then the definition's fields in order, the version last. */
export const columnsOf = <R extends RecordBase>(definition: Definition, byHand: ByHand<R> = {}): FlatColumn<R>[] => {
  const own = Object.entries(definition.shape).filter(([property]) => !(property in recordFields))
  return [
    ...baseColumns<R>(['id']),
    {
      name: 'permalink',
      type: 'string',
      label: { en: 'Permanent address', es: 'Dirección permanente' },
      value: ({ path }, { site }) => site + path,
    },
    ...own.flatMap(([property, schema]) => {
      const given = byHand[property as keyof R]
      if (given !== undefined) return given ?? []
      const meta = fieldMeta(schema)
      const columns = meta ? fieldColumns<R>(property, schema, meta) : []
      if (!columns.length) throw new Error(`Say how "${property}" becomes columns, or leave it out with null.`)
      return columns
    }),
    ...baseColumns<R>(AT_THE_END),
  ]
}

const baseColumns = <R extends RecordBase>(which: readonly (keyof typeof recordFields)[]): FlatColumn<R>[] =>
  which.map((property) => ({
    name: columnName(property),
    label: { en: fieldMeta(recordFields[property])!.title, es: fieldMeta(recordFields[property])!.es },
    type: property === 'version' ? 'integer' : property === 'id' ? 'string' : 'datetime',
    value: (record) => record[property as keyof RecordBase],
  }))

/** Columns of a record's sources: details of the first one, and the URLs of all. */
export const sourceColumns = <R>(all: (record: R) => readonly Citation[]): FlatColumn<R>[] => {
  // A row's cells are computed one after the other, so caching the last record's citations is enough.
  let last: { record: R; citations: readonly Citation[] } | undefined
  const get = (record: R) => (last?.record === record ? last : (last = { record, citations: all(record) })).citations
  const first = (record: R) => get(record)[0]
  const unique = (record: R) => [...new Map(get(record).map((one) => [one.source.id, one.source])).values()]
  return [
    {
      name: 'source_outlet',
      type: 'string',
      label: { en: 'First source, outlet', es: 'Primera fuente, medio' },
      value: (record) => first(record)?.source.outlet ?? null,
    },
    {
      name: 'source_title',
      type: 'string',
      label: { en: 'First source, title', es: 'Primera fuente, título' },
      value: (record) => first(record)?.source.name ?? null,
    },
    {
      name: 'source_kind',
      type: 'string',
      label: { en: 'First source, kind', es: 'Primera fuente, tipo' },
      vocabulary: SOURCE_KIND,
      value: (record) => first(record)?.source.kind ?? null,
    },
    {
      name: 'source_url',
      type: 'string',
      label: { en: 'First source, address', es: 'Primera fuente, dirección' },
      value: (record) => first(record)?.source.url ?? null,
    },
    {
      name: 'source_archive_url',
      type: 'string',
      label: { en: 'First source, archived copy', es: 'Primera fuente, copia archivada' },
      value: (record) => first(record)?.source.archiveUrl ?? null,
    },
    {
      name: 'source_words',
      type: 'string',
      label: { en: 'First source, its words', es: 'Primera fuente, sus palabras' },
      value: (record) => first(record)?.exact ?? null,
    },
    {
      name: 'source_fidelity',
      type: 'string',
      label: { en: 'First source, fidelity of its words', es: 'Primera fuente, fidelidad de sus palabras' },
      vocabulary: FIDELITY,
      value: (record) => first(record)?.fidelity ?? null,
    },
    {
      name: 'sources',
      type: 'integer',
      label: { en: 'Number of sources', es: 'Número de fuentes' },
      value: (record) => unique(record).length,
    },
    {
      name: 'source_ids',
      type: 'list',
      label: { en: 'All sources, IDs', es: 'Todas las fuentes, ID' },
      value: (record) => joinCellValues(unique(record).map((one) => one.id)),
    },
  ]
}

/** Columns of the editors' notes, by language. */
export const noteColumns = <R>(get: (record: R) => readonly Note[]): FlatColumn<R>[] =>
  (['en', 'es'] as const).map((lang) => ({
    name: `notes_${lang}`,
    type: 'string',
    label: {
      en: `Notes, ${lang === 'en' ? 'English' : 'Spanish'}`,
      es: `Notas, en ${lang === 'en' ? 'inglés' : 'español'}`,
    },
    value: (record) =>
      joinCellValues(
        get(record).map((one) => one.text[lang]),
        '\n',
      ),
  }))
