import { byDate } from '@/lib/records/shared/by-date'
import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { Stance } from './schema'
import { stanceFilters } from './filters'

const read = reader<Stance>({
  type: 'stances',
  table: 'stance',
  order: { column: 'from_latest', descending: true, of: 'days' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const stanceCollection = collection<Stance, typeof stanceFilters.filters>({
  table: 'stance',
  filters: stanceFilters,
  sorts: {
    ...byDate('from_latest', 'from_edtf'),
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpStance = read.lookUp

/** The stances of the place's own bodies and of those that serve it; superseded ones too, as history. */
export const stancesAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT id FROM stance WHERE jurisdiction_id = ${placeId}
    UNION SELECT stance.id FROM stance JOIN organization_service served USING (organization_id)
      WHERE served.jurisdiction_id = ${placeId})`)

export const stancesOf = (organizationId: string) => read.where(sql`organization_id = ${organizationId}`)

/** The stances that rest on a statement or a policy. */
export const stancesRestingOn = (recordId: string) =>
  read.where(sql`id IN (SELECT stance_id FROM stance_statement WHERE statement_id = ${recordId}
    UNION SELECT stance_id FROM stance_policy WHERE policy_id = ${recordId})`)

export const stancesCiting = (sourceId: string) =>
  read.where(sql`id IN (SELECT stance_id FROM citation WHERE source_id = ${sourceId})`)
