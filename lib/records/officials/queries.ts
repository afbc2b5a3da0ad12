import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { officials } from '.'
import type { Official } from './schema'
import type { officialFilters } from './filters'

const read = recordReader(officials)

export const officialCollection = collection<Official, typeof officialFilters.filters>(officials)

export const lookUpOfficial = read.lookUp

/** Officials who hold or held a role at the place. */
export const officialsAt = (placeId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE jurisdiction_id = ${placeId})`)

/** Officials who hold or held a role in the organization. */
export const officialsOf = (organizationId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE organization_id = ${organizationId})`)
