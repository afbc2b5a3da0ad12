import { dateRangeFilter, dayFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import type { Filter } from '@/lib/platform/lists/filter'
import { filterSet } from '@/lib/platform/lists/filters'
import { flagFilter } from '@/lib/platform/lists/flag-filter'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, organizationFilter, topicFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { bodyFilter, levelFilter, placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { inForce } from './in-force'
import { BOUND, CODING, DUTY, RENAMED_STANCE_VALUES, STANCE_VALUE } from '@/lib/vocabularies/stances'
import { EVIDENCE_GRADE } from '@/lib/vocabularies/fidelity'
import { BASIS, RENAMED_BASES, SETTING } from '@/lib/vocabularies/instruments'

const places = sql`SELECT id, jurisdiction_id FROM stance`
const placesAndServed = sql`${places} UNION
  SELECT stance.id, served.jurisdiction_id FROM stance JOIN organization_service served USING (organization_id)`

/** The earliest day on which a stance is known to have applied: its start, else the day of its evidence. */
const began = sql`coalesce(from_earliest, from_latest, as_of_earliest, as_of_latest)`
const successors = sql`SELECT supersedes_id FROM stance later WHERE supersedes_id IS NOT NULL`

/** Matches stances that applied on a past day. */
const on: Filter<string> = dayFilter({
  name: 'on',
  label: { en: 'As of', es: 'A fecha de' },
  about: {
    en: 'The stances as of a past day: those that had begun and were not superseded by then.',
    es: 'Las posturas a fecha de un día pasado: las que habían comenzado y aún no se habían reemplazado.',
  },
  phrase: { en: ', as of {}', es: ', a fecha de {}' },
  where: (day) => sql`(${began} <= ${day}::date AND (until_latest IS NULL OR until_latest >= ${day}::date)
    AND id NOT IN (${successors} AND ${began} <= ${day}::date))`,
})

export const stanceFilters = filterSet({
  noun: {
    en: { none: 'No stances', one: 'stance', other: 'stances' },
    es: { none: 'Ninguna postura', one: 'postura', other: 'posturas' },
  },
  filters: {
    text: textSearchFilter(),
    body: bodyFilter(sql`SELECT id, organization_id FROM stance`),
    organization: organizationFilter({ column: 'organization_id' }),
    place: placeFilter(placesAndServed),
    state: stateFilter(places),
    level: levelFilter(places),
    topic: topicFilter({ column: 'topic' }, false),
    stance: codeFilter(
      'stance',
      { en: 'Stance', es: 'Postura' },
      STANCE_VALUE,
      { en: 'with the value: {}', es: 'con el valor: {}' },
      { column: 'value' },
      { renamed: RENAMED_STANCE_VALUES },
    ),
    bound: codeFilter(
      'bound',
      { en: 'Whom it binds', es: 'A quién obliga' },
      BOUND,
      { en: 'binding {}', es: 'que obligan a {}' },
      { array: 'bound' },
    ),
    duty: codeFilter('duty', { en: 'Duty', es: 'Deber' }, DUTY, { en: 'with the duty: {}', es: 'con el deber: {}' }),
    evidence: codeFilter('evidence', { en: 'Evidence', es: 'Evidencia' }, EVIDENCE_GRADE, {
      en: 'with evidence: {}',
      es: 'con evidencia: {}',
    }),
    coding: codeFilter('coding', { en: 'How it was coded', es: 'Cómo se codificó' }, CODING, {
      en: ', {}',
      es: ', {}',
    }),
    setting: codeFilter('setting', { en: 'Setting', es: 'Lugar' }, SETTING, { en: 'at {}', es: 'en {}' }),
    basis: codeFilter(
      'basis',
      { en: 'Rests on', es: 'Se basa en' },
      BASIS,
      { en: 'resting on {}', es: 'con base en {}' },
      { column: 'basis' },
      { renamed: RENAMED_BASES },
    ),
    on,
    date: dateRangeFilter({
      label: { en: 'As of', es: 'A fecha de' },
      about: { en: 'The day of the evidence.', es: 'El día de la evidencia.' },
      dates: { table: 'stance', prefix: 'as_of' },
    }),
    superseded: flagFilter({
      name: 'superseded',
      label: { en: 'With earlier stances', es: 'Con posturas anteriores' },
      about: {
        en: 'With “yes”, stances that ended or were superseded count as well. A past day (on) decides by itself.',
        es: 'Con «yes» cuentan también las posturas terminadas o reemplazadas. Un día pasado (on) decide por sí mismo.',
      },
      phrase: { en: ', with earlier ones', es: ', con las anteriores' },
      where: sql`true`,
      defaultCondition: (values) => (values.on === undefined ? inForce : null),
    }),
    since: updatedSince(),
  },
})
