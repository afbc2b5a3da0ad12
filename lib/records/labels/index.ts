import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { byDate } from '@/lib/records/shared/by-date'
import { ownCitations } from '@/lib/records/shared/citation-setters'
import { WHAT, evidenceSection, noteSection } from '@/lib/records/shared/form-sections'
import { joinParts } from '@/lib/records/shared/join-parts'
import { labelColumns } from './columns'
import { labelFilters } from './filters'
import { Label, LabelInput, labelTitle } from './schema'

export const labels = defineRecordType({
  name: 'labels',
  table: 'label',
  labels: {
    one: { en: 'Label', es: 'Etiqueta' },
    other: { en: 'Labels', es: 'Etiquetas' },
    about: { en: 'A quoted designation, with who gave it.', es: 'Una designación citada, con quien la dio.' },
  },
  record: Label,
  input: LabelInput,
  filters: labelFilters,
  sorts: {
    newest: byDate('date_latest', 'date_edtf').newest,
    words: {
      column: 'words',
      tableColumn: 'entry',
      descending: false,
      valueType: 'text',
      label: { en: 'By label', es: 'Por etiqueta' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: labelColumns,
  tableColumns: ['labeller', 'own', 'jurisdiction', 'date_edtf'],
  form: [
    { title: WHAT, fields: ['words', 'labeller', 'own'] },
    { title: { en: 'Where and when', es: 'Dónde y cuándo' }, fields: ['jurisdictionId', 'date'] },
    evidenceSection(['citations', 'statementId', 'policyId']),
    noteSection,
  ],
  title: labelTitle,
  titleSql: sql`'“' || r.words || '”: ' || (r.card #>> '{jurisdiction,name}')`,
  summary: ({ labeller }) => labeller,
  choice: ({ words, labeller, jurisdiction }) => ({ label: words, about: joinParts([labeller, jurisdiction.name]) }),
  searchText: ({ words, labeller, jurisdiction }) => ({ names: [words, labeller, jurisdiction.name], en: [], es: [] }),
  evidence: { firstCitation: 'citations', date: 'date', dateOptional: true },
  importSetters: { citations: [ownCitations] },
  storage: async () => (await import('./storage')).storage,
})
