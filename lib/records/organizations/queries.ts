import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { organizations } from '.'
import type { Organization } from './schema'
import type { organizationFilters } from './filters'

const read = recordReader(organizations)

export const organizationCollection = collection<Organization, typeof organizationFilters.filters>(organizations)

export const lookUpOrganization = read.lookUp

/** Organizations of the place, and those of other places that serve it. */
export const organizationsAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT id FROM organization WHERE jurisdiction_id = ${placeId}
    UNION SELECT organization_id FROM organization_service WHERE jurisdiction_id = ${placeId})`)
