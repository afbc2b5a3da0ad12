import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { stances } from '.'
import type { Stance } from './schema'
import type { stanceFilters } from './filters'

const read = recordReader(stances)

export const stanceCollection = collection<Stance, typeof stanceFilters.filters>(stances)

export const lookUpStance = read.lookUp

/** Stances of the place's own organizations and of those that serve it, including superseded ones. */
export const stancesAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT id FROM stance WHERE jurisdiction_id = ${placeId}
    UNION SELECT stance.id FROM stance JOIN organization_service served USING (organization_id)
      WHERE served.jurisdiction_id = ${placeId})`)

export const stancesOf = (organizationId: string) => read.where(sql`organization_id = ${organizationId}`)

/** Stances based on a statement or a policy. */
export const stancesRestingOn = (recordId: string) =>
  read.where(sql`id IN (SELECT stance_id FROM stance_statement WHERE statement_id = ${recordId}
    UNION SELECT stance_id FROM stance_policy WHERE policy_id = ${recordId})`)

export const stancesCiting = (sourceId: string) =>
  read.where(sql`id IN (SELECT stance_id FROM citation WHERE source_id = ${sourceId})`)
