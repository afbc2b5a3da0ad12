import { sql } from '@/lib/platform/database/sql'
import { localize } from '@/lib/platform/i18n/locale'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { byDate } from '@/lib/records/shared/by-date'
import { topicHistory } from '@/lib/records/shared/topic-history'
import { joinParts } from '@/lib/records/shared/join-parts'
import { statementColumns } from './columns'
import { statementDraftTitle } from './draft-title'
import { statementFilters } from './filters'
import { statementForm } from './form'
import { importSetters } from './import'
import { Statement, StatementInput, preferredVariant, statementTitle } from './schema'

export const statements = defineRecordType({
  name: 'statements',
  table: 'statement',
  labels: {
    one: { en: 'Statement', es: 'Declaración' },
    other: { en: 'Statements', es: 'Declaraciones' },
    about: {
      en: 'What an official or a body said, in which words, and where they are printed.',
      es: 'Qué dijo una autoridad o un organismo, con qué palabras y dónde figuran.',
    },
  },
  record: Statement,
  input: StatementInput,
  filters: statementFilters,
  sorts: { ...byDate('date_latest', 'date_edtf'), entered: ENTERED, updated: UPDATED },
  columns: statementColumns,
  tableColumns: ['role', 'place', 'date_edtf', 'wording', 'wording_fidelity', 'source_outlet'],
  form: statementForm,
  title: statementTitle,
  titleSql: sql`CASE WHEN jsonb_array_length(r.card -> 'speakers') > 2 THEN '' ELSE
      coalesce(r.card #>> '{speakers,0,official,name}', r.card #>> '{speakers,0,organization,name}') || ': ' END ||
      (r.summary ->> 'en')`,
  draftTitle: statementDraftTitle,
  summary: (statement, lang) => {
    const { passages } = preferredVariant(statement)
    return joinParts([localize(statement.summary, lang).text, ...passages.map((passage) => `“${passage}”`)], ' ')
  },
  choice: (statement, lang) => ({
    label: joinParts([statementTitle(statement, lang), localize(statement.summary, lang).text], ': '),
    about: joinParts([statement.places[0]?.name, statement.date?.edtf]),
  }),
  searchText: ({ speakers, places, summary, variants }) => ({
    names: [
      ...speakers.flatMap((one) => [one.official?.name ?? '', one.organization?.name ?? '']),
      ...places.map((one) => one.name),
      ...variants.map((one) => one.citation.source.outlet),
    ],
    en: [summary.en, ...variants.flatMap((one) => one.passages)],
    es: [summary.es ?? ''],
  }),
  linkedBy: ['statementId', 'statementIds'],
  evidence: { firstCitation: 'variants', date: 'date' },
  importSetters,
  history: [topicHistory],
  storage: async () => (await import('./storage')).storage,
})
