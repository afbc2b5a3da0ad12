import { dateRange, updatedSince } from '@/lib/platform/collections/date-filters'
import { filterSet } from '@/lib/platform/collections/filters'
import { sql } from '@/lib/platform/database/read'
import { codeFilter, statusFilter, topicFilter, wordsFilter } from '../filters/fields'
import { FEDERAL_ACTION_KIND } from '../taxonomy/instruments'

export const federalActionFilters = filterSet({
  noun: {
    en: { none: 'No federal actions', one: 'federal action', other: 'federal actions' },
    es: { none: 'Ninguna medida federal', one: 'medida federal', other: 'medidas federales' },
  },
  filters: {
    text: wordsFilter(),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, FEDERAL_ACTION_KIND, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    topic: topicFilter({ array: 'topics' }),
    status: statusFilter(sql`SELECT federal_action_id AS id, position, status FROM federal_action_event`),
    date: dateRange({
      label: { en: 'Date', es: 'Fecha' },
      about: { en: 'When it happened or began.', es: 'Cuándo ocurrió o empezó.' },
      dates: { table: 'federal_action', prefix: 'date' },
    }),
    since: updatedSince(),
  },
})
