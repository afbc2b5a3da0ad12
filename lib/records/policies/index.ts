import { sql } from '@/lib/platform/database/sql'
import { localize } from '@/lib/platform/i18n/locale'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import {
  historySetter,
  noteSetter,
  ownCitations,
  readOnly,
  statusSetters,
  titleSetter,
} from '@/lib/records/shared/citation-setters'
import { WHAT, evidenceSection, notesSection } from '@/lib/records/shared/form-sections'
import { topicHistory } from '@/lib/records/shared/topic-history'
import { joinParts } from '@/lib/records/shared/join-parts'
import { INSTRUMENT } from '@/lib/vocabularies/instruments'
import { policyColumns } from './columns'
import { policyFilters } from './filters'
import { Policy, PolicyInput } from './schema'

export const policies = defineRecordType({
  name: 'policies',
  table: 'policy',
  labels: {
    one: { en: 'Policy', es: 'Política' },
    other: { en: 'Policies', es: 'Políticas' },
    about: {
      en: 'What a body did: an ordinance, an order, an agreement, a lawsuit.',
      es: 'Qué hizo un organismo: una ordenanza, una orden, un acuerdo, una demanda.',
    },
  },
  record: Policy,
  input: PolicyInput,
  filters: policyFilters,
  sorts: {
    newest: {
      column: 'latest_event',
      tableColumn: 'status_date_edtf',
      descending: true,
      valueType: 'date',
      label: { en: 'Latest event first', es: 'Último hecho primero' },
    },
    oldest: {
      column: 'latest_event',
      tableColumn: 'status_date_edtf',
      descending: false,
      valueType: 'date',
      label: { en: 'Earliest event first', es: 'Hecho más antiguo primero' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: policyColumns,
  tableColumns: ['jurisdiction', 'instrument', 'binding', 'status', 'status_date_edtf', 'source_outlet'],
  form: [
    { title: WHAT, fields: ['title', 'instrument', 'number', 'model', 'binding'] },
    { title: { en: 'Who and where', es: 'Quién y dónde' }, fields: ['jurisdictionId', 'organizationId', 'officialId'] },
    { title: { en: 'What happened to it', es: 'Qué pasó con ella' }, fields: ['events'] },
    { title: { en: 'What it says', es: 'Qué dice' }, fields: ['summary', 'provisions', 'answersIds'] },
    evidenceSection(['citations']),
    notesSection,
  ],
  createInline: (title) => ({ title: { en: title } }),
  title: ({ title }, lang = 'en') => localize(title, lang).text,
  titleSql: sql`r.title ->> 'en'`,
  summary: ({ summary }, lang) => localize(summary, lang).text,
  choice: ({ title, instrument, jurisdiction, organization }, lang) => ({
    label: localize(title, lang).text,
    about: joinParts([INSTRUMENT[instrument][lang], organization?.name ?? jurisdiction.name]),
  }),
  searchText: ({ title, number, summary, instrument, jurisdiction, organization, official, provisions }) => ({
    names: [number ?? '', jurisdiction.name, organization?.name ?? '', official?.name ?? ''],
    en: [title.en, summary.en, INSTRUMENT[instrument].en, ...provisions.map((one) => one.text.en)],
    es: [title.es ?? '', summary.es ?? '', INSTRUMENT[instrument].es, ...provisions.map((one) => one.text.es ?? '')],
  }),
  linkedBy: ['policyId', 'policyIds'],
  evidence: { firstCitation: 'events' },
  // The citation comes first, because a new entry's first status cites it.
  importSetters: {
    title: [ownCitations, titleSetter],
    events: [...statusSetters, historySetter],
    provisions: [readOnly('topics', 'provisions_en', 'provisions_es')],
    notes: [noteSetter],
    citations: [],
  },
  history: [topicHistory],
  storage: async () => (await import('./storage')).storage,
})
