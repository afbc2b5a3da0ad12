import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { Organization } from './schema'
import { organizationFilters } from './filters'

const read = reader<Organization>({
  type: 'organizations',
  table: 'organization',
  order: { column: 'name', descending: false, of: 'words' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const organizationCollection = collection<Organization, typeof organizationFilters.filters>({
  table: 'organization',
  filters: organizationFilters,
  sorts: {
    name: {
      column: 'name',
      shows: 'entry',
      descending: false,
      of: 'words',
      label: { en: 'By name', es: 'Por nombre' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpOrganization = read.lookUp

/** The place's own bodies, and those of other places that serve it. */
export const organizationsAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT id FROM organization WHERE jurisdiction_id = ${placeId}
    UNION SELECT organization_id FROM organization_service WHERE jurisdiction_id = ${placeId})`)
