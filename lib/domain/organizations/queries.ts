import { sql } from '@/lib/platform/database/read'
import { reader } from '@/lib/platform/records/read'
import type { Organization } from './definition'

const read = reader<Organization>({
  room: 'organizations',
  table: 'organization',
  order: { column: 'name', descending: false },
})

export const listOrganizations = read.list
export const lookUpOrganization = read.lookUp

/** The place's own bodies, and those of other places that serve it. */
export const organizationsAt = (placeId: string) =>
  read.where(sql`(jurisdiction_id = ${placeId}
    OR id IN (SELECT organization_id FROM organization_service WHERE jurisdiction_id = ${placeId}))`)
