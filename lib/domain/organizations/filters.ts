import { updatedSince } from '@/lib/platform/collections/date-filters'
import { filterSet } from '@/lib/platform/collections/filters'
import { sql } from '@/lib/platform/database/read'
import { codeFilter, wordsFilter } from '../filters/fields'
import { placeFilter, stateFilter } from '../filters/places'
import { ORGANIZATION_KIND } from '../taxonomy/bodies'

const places = sql`SELECT id, jurisdiction_id FROM organization`

export const organizationFilters = filterSet({
  noun: {
    en: { none: 'No organizations', one: 'organization', other: 'organizations' },
    es: { none: 'Ninguna organización', one: 'organización', other: 'organizaciones' },
  },
  filters: {
    text: wordsFilter('organizations'),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, ORGANIZATION_KIND, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    place: placeFilter(sql`${places} UNION SELECT organization_id, jurisdiction_id FROM organization_service`),
    state: stateFilter(places),
    since: updatedSince(),
  },
})
