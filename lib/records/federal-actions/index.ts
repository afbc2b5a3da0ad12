import { sql } from '@/lib/platform/database/sql'
import { localize } from '@/lib/platform/i18n/locale'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { byDate } from '@/lib/records/shared/by-date'
import { historySetter, noteSetter, ownCitations, titleSetter } from '@/lib/records/shared/citation-setters'
import { WHAT, evidenceSection, notesSection } from '@/lib/records/shared/form-sections'
import { topicHistory } from '@/lib/records/shared/topic-history'
import { federalActionColumns } from './columns'
import { federalActionFilters } from './filters'
import { FederalAction, FederalActionInput } from './schema'

export const federalActions = defineRecordType({
  name: 'federal-actions',
  table: 'federal_action',
  labels: {
    one: { en: 'Federal action', es: 'Medida federal' },
    other: { en: 'Federal actions', es: 'Medidas federales' },
    about: {
      en: 'What is being answered: an order, a memo, a law, an operation.',
      es: 'A qué se responde: una orden, un memorando, una ley, un operativo.',
    },
  },
  record: FederalAction,
  input: FederalActionInput,
  filters: federalActionFilters,
  sorts: { ...byDate('date_latest', 'date_edtf'), entered: ENTERED, updated: UPDATED },
  columns: federalActionColumns,
  tableColumns: ['kind', 'agency', 'date_edtf', 'topics'],
  form: [
    { title: WHAT, fields: ['title', 'kind', 'agency', 'summary', 'topics'] },
    { title: { en: 'When', es: 'Cuándo' }, fields: ['date', 'events'] },
    evidenceSection(['citations']),
    notesSection,
  ],
  createInline: (title) => ({ title: { en: title } }),
  title: ({ title }, lang = 'en') => localize(title, lang).text,
  titleSql: sql`r.title ->> 'en'`,
  summary: ({ summary }, lang) => localize(summary, lang).text,
  choice: ({ title, date }, lang) => ({ label: localize(title, lang).text, about: date?.edtf ?? '' }),
  searchText: ({ title, agency, summary }) => ({
    names: [agency ?? ''],
    en: [title.en, summary.en],
    es: [title.es ?? '', summary.es ?? ''],
  }),
  linkedBy: ['answersIds'],
  evidence: { firstCitation: 'citations', date: 'date' },
  // The citation comes first, because a new entry's first status cites it.
  importSetters: {
    title: [ownCitations, titleSetter],
    events: [historySetter],
    notes: [noteSetter],
    citations: [],
  },
  history: [topicHistory],
  storage: async () => (await import('./storage')).storage,
})
