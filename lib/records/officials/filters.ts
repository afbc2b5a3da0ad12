import { updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, organizationFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { OFFICE, PARTY } from '@/lib/vocabularies/bodies'

const places = sql`SELECT official_id AS id, jurisdiction_id FROM role`

export const officialFilters = filterSet({
  noun: {
    en: { none: 'No officials', one: 'official', other: 'officials' },
    es: { none: 'Ningún funcionario', one: 'funcionario', other: 'funcionarios' },
  },
  filters: {
    text: textSearchFilter('officials'),
    office: codeFilter(
      'office',
      { en: 'Office', es: 'Tipo de cargo' },
      OFFICE,
      { en: 'with the office: {}', es: 'con el cargo: {}' },
      { rows: sql`SELECT official_id AS id, office AS code FROM role` },
    ),
    party: codeFilter(
      'party',
      { en: 'Party', es: 'Partido' },
      PARTY,
      { en: 'with the party: {}', es: 'con el partido: {}' },
      { rows: sql`SELECT official_id AS id, party AS code FROM role` },
      { sentenceLabels: PARTY },
    ),
    organization: organizationFilter({ rows: sql`SELECT official_id AS id, organization_id AS code FROM role` }),
    place: placeFilter(places),
    state: stateFilter(places),
    since: updatedSince(),
  },
})
