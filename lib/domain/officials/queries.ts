import { sql } from '@/lib/platform/database/read'
import { reader } from '@/lib/platform/records/read'
import type { Official } from './definition'

const read = reader<Official>({ room: 'officials', table: 'official', order: { column: 'name', descending: false } })

export const listOfficials = read.list
export const lookUpOfficial = read.lookUp

/** Officials who hold or held a role at the place. */
export const officialsAt = (placeId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE jurisdiction_id = ${placeId})`)

/** Officials who hold or held a role in the organization. */
export const officialsOf = (organizationId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE organization_id = ${organizationId})`)
