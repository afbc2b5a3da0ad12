import { sql } from '@/lib/platform/database/read'
import { reader } from '@/lib/platform/records/read'
import type { FederalAction } from './definition'

const read = reader<FederalAction>({
  room: 'federal-actions',
  table: 'federal_action',
  order: { column: 'date_latest', descending: true },
})

export const listFederalActions = read.list
export const lookUpFederalAction = read.lookUp

export const federalActionsCiting = (sourceId: string) =>
  read.where(sql`id IN (
    SELECT coalesce(c.federal_action_id, e.federal_action_id)
    FROM citation c LEFT JOIN federal_action_event e ON e.id = c.federal_action_event_id WHERE c.source_id = ${sourceId})`)
