import { dateRangeFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import {
  codeFilter,
  correctedFilter,
  federalActionFilter,
  organizationFilter,
  sourceKindFilter,
  statusFilter,
  topicFilter,
  textSearchFilter,
} from '@/lib/records/shared/filters'
import { bodyFilter, levelFilter, placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { BINDING, INSTRUMENT } from '@/lib/vocabularies/instruments'

const places = sql`SELECT id, jurisdiction_id FROM policy`
const placesAndServed = sql`${places} UNION
  SELECT policy.id, served.jurisdiction_id FROM policy JOIN organization_service served USING (organization_id)`

export const policyFilters = filterSet({
  noun: {
    en: { none: 'No policies', one: 'policy', other: 'policies' },
    es: { none: 'Ninguna política', one: 'política', other: 'políticas' },
  },
  filters: {
    text: textSearchFilter(),
    body: bodyFilter(sql`SELECT id, organization_id FROM policy`),
    organization: organizationFilter({ column: 'organization_id' }),
    place: placeFilter(placesAndServed),
    state: stateFilter(places),
    level: levelFilter(places),
    topic: topicFilter({ rows: sql`SELECT policy_id AS id, topic AS code FROM provision` }),
    instrument: codeFilter('instrument', { en: 'Instrument', es: 'Instrumento' }, INSTRUMENT, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    binding: codeFilter('binding', { en: 'Binding', es: 'Vinculante' }, BINDING, { en: ', {}', es: ', {}' }),
    status: statusFilter(sql`SELECT policy_id AS id, position, status FROM policy_event`),
    answers: federalActionFilter(sql`SELECT policy_id AS id, federal_action_id AS code FROM policy_answer`),
    sourceKind: sourceKindFilter(sql`
      SELECT policy_id AS id, source_id FROM citation WHERE policy_id IS NOT NULL
      UNION ALL SELECT event.policy_id, source_id FROM policy_event event JOIN citation ON policy_event_id = event.id`),
    date: dateRangeFilter({
      label: { en: 'Date', es: 'Fecha' },
      about: { en: 'When something happened to it.', es: 'Cuándo le ocurrió algo.' },
      dates: sql`SELECT policy_id AS id, date_edtf AS edtf, date_earliest AS earliest, date_latest AS latest FROM policy_event`,
    }),
    since: updatedSince(),
    corrected: correctedFilter('policies'),
  },
})
