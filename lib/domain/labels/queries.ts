import { sql } from '@/lib/platform/database/read'
import { reader } from '@/lib/platform/records/read'
import type { Label } from './definition'

const read = reader<Label>({ room: 'labels', table: 'label', order: { column: 'date_latest', descending: true } })

export const listLabels = read.list
export const lookUpLabel = read.lookUp

export const labelsAt = (placeId: string) => read.where(sql`jurisdiction_id = ${placeId}`)

/** Labels that come from a statement or a policy. */
export const labelsFrom = (recordId: string) => read.where(sql`(statement_id = ${recordId} OR policy_id = ${recordId})`)

export const labelsCiting = (sourceId: string) =>
  read.where(sql`id IN (SELECT label_id FROM citation WHERE source_id = ${sourceId})`)
