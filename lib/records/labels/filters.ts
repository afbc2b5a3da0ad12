import { updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { placeFilter, stateFilter } from '@/lib/records/shared/place-filters'

const WHOSE = {
  own: { en: 'The place’s own label', es: 'Etiqueta propia del lugar' },
  outside: { en: 'Label by others', es: 'Etiqueta de otros' },
} as const

const places = sql`SELECT id, jurisdiction_id FROM label`

export const labelFilters = filterSet({
  noun: {
    en: { none: 'No labels', one: 'label', other: 'labels' },
    es: { none: 'Ninguna etiqueta', one: 'etiqueta', other: 'etiquetas' },
  },
  filters: {
    text: textSearchFilter(),
    whose: codeFilter(
      'whose',
      { en: 'Whose label', es: 'De quién' },
      WHOSE,
      { en: 'used by {}', es: 'usada por {}' },
      { rows: sql`SELECT id, CASE WHEN own THEN 'own' ELSE 'outside' END AS code FROM label` },
      {
        sentenceLabels: {
          own: { en: 'the place itself', es: 'el propio lugar' },
          outside: { en: 'others', es: 'otros' },
        },
      },
    ),
    place: placeFilter(places),
    state: stateFilter(places),
    since: updatedSince(),
  },
})
