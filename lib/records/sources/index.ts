import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { byDate } from '@/lib/records/shared/by-date'
import { WHAT } from '@/lib/records/shared/form-sections'
import { joinParts } from '@/lib/records/shared/join-parts'
import { sourceRecordColumns } from './columns'
import { sourceFilters } from './filters'
import { importSetters } from './import'
import { Source, SourceInput, sourceTitle } from './schema'

export const sources = defineRecordType({
  name: 'sources',
  table: 'source',
  labels: {
    one: { en: 'Source', es: 'Fuente' },
    other: { en: 'Sources', es: 'Fuentes' },
    about: {
      en: 'A document that entries rest on. Easier: start from its link or text.',
      es: 'Un documento en que se basan las entradas. Más fácil: empezar con su enlace o texto.',
    },
  },
  record: Source,
  input: SourceInput,
  filters: sourceFilters,
  sorts: {
    ...byDate('date_latest', 'published_edtf'),
    title: {
      column: 'title',
      tableColumn: 'entry',
      descending: false,
      valueType: 'text',
      label: { en: 'By title', es: 'Por título' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: sourceRecordColumns,
  tableColumns: ['outlet', 'kind', 'published_edtf', 'url'],
  form: [
    { title: WHAT, fields: ['title', 'kind', 'outlet', 'authors', 'published'] },
    { title: { en: 'Where to read it', es: 'Dónde leerla' }, fields: ['url', 'archiveUrl', 'captures'] },
    {
      title: { en: 'Where it comes from', es: 'De dónde procede' },
      about: {
        en: 'A rewrite or a reprint corroborates nothing on its own.',
        es: 'Una reescritura o una reproducción no corrobora nada por sí sola.',
      },
      fields: ['lineage'],
    },
    { title: { en: 'Leads and notes', es: 'Pistas y notas' }, fields: ['leads', 'note'] },
  ],
  createInline: (name) => (/^https?:\/\//.test(name) ? { url: name } : { title: name }),
  title: sourceTitle,
  titleSql: sql`r.title`,
  summary: ({ outlet }) => outlet,
  choice: ({ title, outlet, published }) => ({ label: title, about: joinParts([outlet, published?.edtf]) }),
  searchText: ({ title, outlet, authors }) => ({ names: [outlet, ...authors, title], en: [title], es: [] }),
  linkedBy: ['sourceId'],
  merge: {
    uniqueColumns: ['url_key'],
    unitedLists: ['authors', 'lineage', 'captures', 'leads'],
    adjust: (merged, _other, into) => {
      merged.lineage = (merged.lineage as { sourceId?: unknown }[]).filter(({ sourceId }) => sourceId !== into)
    },
  },
  importSetters,
  storage: async () => (await import('./storage')).storage,
})
