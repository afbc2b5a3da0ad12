import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { byDate } from '@/lib/records/shared/by-date'
import { ownCitations } from '@/lib/records/shared/citation-setters'
import { notesSection } from '@/lib/records/shared/form-sections'
import { joinParts } from '@/lib/records/shared/join-parts'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { TOPIC } from '@/lib/vocabularies/topics'
import { stanceColumns } from './columns'
import { stanceDraftTitle } from './draft-title'
import { stanceFilters } from './filters'
import { stanceHistory } from './history'
import { Stance, StanceInput, stanceTitle } from './schema'

export const stances = defineRecordType({
  name: 'stances',
  table: 'stance',
  labels: {
    one: { en: 'Stance', es: 'Postura' },
    other: { en: 'Stances', es: 'Posturas' },
    about: {
      en: 'The coded conduct of a body on one topic, and what it rests on.',
      es: 'La conducta codificada de un organismo en un tema, y en qué se basa.',
    },
  },
  record: Stance,
  input: StanceInput,
  filters: stanceFilters,
  sorts: { ...byDate('as_of_latest', 'as_of_edtf'), entered: ENTERED, updated: UPDATED },
  columns: stanceColumns,
  tableColumns: ['jurisdiction', 'value', 'as_of_edtf', 'basis', 'evidence', 'coding'],
  form: [
    {
      title: { en: 'Whose stance, on what', es: 'Postura de quién, sobre qué' },
      fields: ['jurisdictionId', 'organizationId', 'topic'],
    },
    { title: { en: 'The stance', es: 'La postura' }, fields: ['value', 'duty', 'bound', 'cases', 'setting'] },
    {
      title: { en: 'When', es: 'Cuándo' },
      fields: ['asOf', 'asOfBasis', 'from', 'fromBasis', 'until', 'coding', 'codedOn', 'confirmedOn'],
    },
    {
      title: { en: 'What it rests on', es: 'En qué se basa' },
      fields: ['basis', 'policyIds', 'statementIds', 'citations', 'supersedesId'],
    },
    { ...notesSection, fields: ['disputed', 'note'] },
  ],
  title: stanceTitle,
  titleSql: sql`coalesce(r.card #>> '{organization,name}', r.card #>> '{jurisdiction,name}') || ': ' || r.topic`,
  draftTitle: stanceDraftTitle,
  summary: ({ value }, lang) => STANCE_VALUE[value][lang],
  choice: (stance, lang) => ({
    label: stanceTitle(stance, lang),
    about: joinParts([STANCE_VALUE[stance.value][lang], stance.asOf.edtf]),
  }),
  searchText: ({ topic, value, organization, jurisdiction, cases }) => ({
    names: [organization?.name ?? '', jurisdiction.name],
    en: [TOPIC[topic].en, STANCE_VALUE[value].en, cases?.en ?? ''],
    es: [TOPIC[topic].es, STANCE_VALUE[value].es, cases?.es ?? ''],
  }),
  linkedBy: ['supersedesId'],
  shownBy: ({ supersedesId }) => (supersedesId ? [{ type: 'stances', id: supersedesId }] : []),
  evidence: { firstCitation: 'citations', date: 'asOf' },
  importSetters: { citations: [ownCitations] },
  history: [stanceHistory],
  storage: async () => (await import('./storage')).storage,
})
