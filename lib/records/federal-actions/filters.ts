import { dateRangeFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, statusFilter, topicFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { FEDERAL_ACTION_KIND } from '@/lib/vocabularies/instruments'

export const federalActionFilters = filterSet({
  noun: {
    en: { none: 'No federal actions', one: 'federal action', other: 'federal actions' },
    es: { none: 'Ninguna medida federal', one: 'medida federal', other: 'medidas federales' },
  },
  filters: {
    text: textSearchFilter(),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, FEDERAL_ACTION_KIND, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    topic: topicFilter({ array: 'topics' }),
    status: statusFilter(sql`SELECT federal_action_id AS id, position, status FROM federal_action_event`),
    date: dateRangeFilter({
      label: { en: 'Date', es: 'Fecha' },
      about: { en: 'When it happened or began.', es: 'Cuándo ocurrió o empezó.' },
      dates: { table: 'federal_action', prefix: 'date' },
    }),
    since: updatedSince(),
  },
})
