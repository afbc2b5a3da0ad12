import { updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { codeFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { placeFilter, stateFilter } from '@/lib/records/shared/place-filters'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'

const places = sql`SELECT id, jurisdiction_id FROM organization`

export const organizationFilters = filterSet({
  noun: {
    en: { none: 'No organizations', one: 'organization', other: 'organizations' },
    es: { none: 'Ninguna organización', one: 'organización', other: 'organizaciones' },
  },
  filters: {
    text: textSearchFilter('organizations'),
    kind: codeFilter('kind', { en: 'Kind', es: 'Tipo' }, ORGANIZATION_KIND, {
      en: 'of the kind: {}',
      es: 'del tipo: {}',
    }),
    place: placeFilter(sql`${places} UNION SELECT organization_id, jurisdiction_id FROM organization_service`),
    state: stateFilter(places),
    since: updatedSince(),
  },
})
