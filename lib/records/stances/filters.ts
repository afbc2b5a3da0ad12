import { dateRangeFilter, dayFilter, updatedSince } from '@/lib/platform/lists/date-filters'
import type { Filter } from '@/lib/platform/lists/filter'
import { filterSet } from '@/lib/platform/lists/filters'
import { flagFilter } from '@/lib/platform/lists/flag-filter'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, organizationFilter, topicFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { bodyFilter, levelFilter, placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { BASIS, SETTING } from '@/lib/vocabularies/instruments'

const places = sql`SELECT id, jurisdiction_id FROM stance`
const placesAndServed = sql`${places} UNION
  SELECT stance.id, served.jurisdiction_id FROM stance JOIN organization_service served USING (organization_id)`

/** The earliest day on which a stance may have applied; null if no start is recorded. */
const began = sql`coalesce(from_earliest, from_latest)`
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
  where: (day) => sql`(${began} <= ${day}::date AND id NOT IN (${successors} AND ${began} <= ${day}::date))`,
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
    ),
    setting: codeFilter('setting', { en: 'Setting', es: 'Lugar' }, SETTING, { en: 'at {}', es: 'en {}' }),
    basis: codeFilter('basis', { en: 'Rests on', es: 'Se basa en' }, BASIS, {
      en: 'resting on {}',
      es: 'con base en {}',
    }),
    on,
    date: dateRangeFilter({
      label: { en: 'Applies from', es: 'Se aplica desde' },
      about: { en: 'From when it applies.', es: 'Desde cuándo se aplica.' },
      dates: { table: 'stance', prefix: 'from' },
    }),
    superseded: flagFilter({
      name: 'superseded',
      label: { en: 'With superseded stances', es: 'Con posturas reemplazadas' },
      about: {
        en: 'With “yes”, stances that were superseded count as well. A past day (on) decides by itself.',
        es: 'Con «yes» cuentan también las posturas reemplazadas. Un día pasado (on) decide por sí mismo.',
      },
      phrase: { en: ', with superseded ones', es: ', con las reemplazadas' },
      where: sql`true`,
      defaultCondition: (values) => (values.on === undefined ? sql`id NOT IN (${successors})` : null),
    }),
    since: updatedSince(),
  },
})
