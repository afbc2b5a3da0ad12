import { dateRangeFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import {
  codeFilter,
  correctedFilter,
  federalActionFilter,
  officialFilter,
  organizationFilter,
  outletFilter,
  sourceKindFilter,
  topicFilter,
  textSearchFilter,
} from '@/lib/records/shared/filters'
import { bodyFilter, levelFilter, placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { PARTY, SPEAKS, SPEAKS_IN_SENTENCE } from '@/lib/vocabularies/bodies'
import { POSITION, STANCE_VALUE } from '@/lib/vocabularies/stances'
import { FIDELITY } from '@/lib/vocabularies/fidelity'

const places = sql`SELECT statement_id AS id, jurisdiction_id FROM statement_place`

/** A statement's places, and the places that a speaking organization serves. */
const placesAndServed = sql`${places} UNION SELECT statement_id, jurisdiction_id
  FROM statement_speaker JOIN organization_service USING (organization_id)`

const organizations = sql`SELECT statement_id AS id, organization_id FROM statement_speaker
  UNION SELECT statement_id, role_organization_id FROM statement_speaker`

const cited = sql`SELECT statement_id AS id, source_id FROM citation WHERE statement_id IS NOT NULL
  UNION ALL SELECT wording.statement_id, source_id FROM statement_variant wording JOIN citation ON variant_id = wording.id`

export const statementFilters = filterSet({
  noun: {
    en: { none: 'No statements', one: 'statement', other: 'statements' },
    es: { none: 'Ninguna declaración', one: 'declaración', other: 'declaraciones' },
  },
  // Members of Congress and state legislators were left out without it.
  retired: ['representatives'],
  filters: {
    text: textSearchFilter(),
    body: bodyFilter(organizations),
    organization: organizationFilter({
      rows: sql`SELECT id, organization_id AS code FROM (${organizations}) speaking`,
    }),
    official: officialFilter(sql`SELECT statement_id AS id, official_id AS code FROM statement_speaker`),
    party: codeFilter(
      'party',
      { en: 'Party', es: 'Partido' },
      PARTY,
      { en: 'by officials with the party: {}', es: 'de cargos con el partido: {}' },
      { rows: sql`SELECT statement_id AS id, role_party AS code FROM statement_speaker` },
      { sentenceLabels: PARTY },
    ),
    place: placeFilter(placesAndServed),
    state: stateFilter(places),
    level: levelFilter(places),
    topic: topicFilter({ array: 'topics' }),
    position: codeFilter(
      'position',
      { en: 'Position', es: 'Posición' },
      POSITION,
      { en: 'with the position: {}', es: 'con la posición: {}' },
      { rows: sql`SELECT statement_id AS id, position AS code FROM statement_position` },
    ),
    stance: codeFilter(
      'stance',
      { en: 'Stance that rests on it', es: 'Postura que se basa en ella' },
      STANCE_VALUE,
      { en: 'with the stance: {}', es: 'con la postura: {}' },
      {
        rows: sql`SELECT statement_id AS id, value AS code FROM stance_statement JOIN stance ON stance.id = stance_id`,
      },
    ),
    answers: federalActionFilter(sql`SELECT statement_id AS id, federal_action_id AS code FROM statement_answer`),
    fidelity: codeFilter(
      'fidelity',
      { en: 'Fidelity of the preferred wording', es: 'Fidelidad de la redacción preferida' },
      FIDELITY,
      { en: 'with the fidelity: {}', es: 'con la fidelidad: {}' },
      {
        rows: sql`SELECT wording.statement_id AS id, fidelity AS code
          FROM statement_variant wording JOIN citation ON variant_id = wording.id WHERE preferred`,
      },
    ),
    sourceKind: sourceKindFilter(cited),
    outlet: outletFilter({
      rows: sql`SELECT cited.id, source.outlet AS code FROM (${cited}) cited JOIN source ON source.id = source_id`,
    }),
    date: dateRangeFilter({
      label: { en: 'Date', es: 'Fecha' },
      about: { en: 'When it was said.', es: 'Cuándo se dijo.' },
      dates: { table: 'statement', prefix: 'date' },
    }),
    since: updatedSince(),
    corrected: correctedFilter('statements'),
    speaks: codeFilter(
      'speaks',
      { en: 'Governs or represents', es: 'Gobierna o representa' },
      SPEAKS,
      { en: '{}', es: '{}' },
      { rows: sql`SELECT id, CASE WHEN represents THEN 'represents' ELSE 'governs' END AS code FROM statement` },
      { sentenceLabels: SPEAKS_IN_SENTENCE },
    ),
  },
})
