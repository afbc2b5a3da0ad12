import { byDate } from '@/lib/records/shared/by-date'
import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { FederalAction } from './schema'
import { federalActionFilters } from './filters'

const read = reader<FederalAction>({
  type: 'federal-actions',
  table: 'federal_action',
  order: { column: 'date_latest', descending: true, of: 'days' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const federalActionCollection = collection<FederalAction, typeof federalActionFilters.filters>({
  table: 'federal_action',
  filters: federalActionFilters,
  sorts: {
    ...byDate('date_latest', 'date_edtf'),
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpFederalAction = read.lookUp

export const federalActionsCiting = (sourceId: string) =>
  read.where(sql`id IN (
    SELECT coalesce(c.federal_action_id, e.federal_action_id)
    FROM citation c LEFT JOIN federal_action_event e ON e.id = c.federal_action_event_id WHERE c.source_id = ${sourceId})`)
