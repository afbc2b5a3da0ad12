import { sql } from '@/lib/platform/database/read'
import { reader } from '@/lib/platform/records/read'
import type { Source } from './definition'

const read = reader<Source>({ room: 'sources', table: 'source', order: { column: 'date_latest', descending: true } })

export const listSources = read.list
export const lookUpSource = read.lookUp

/** Sources with a lead that names the place: something to research, not an entry. */
export const sourcesWithLeadsAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT source_id FROM lead JOIN lead_place ON lead_id = lead.id WHERE jurisdiction_id = ${placeId})`)

/** Sources that rewrite or reprint this one. */
export const copiesOf = (sourceId: string) =>
  read.where(sql`id IN (SELECT source_id FROM source_lineage WHERE original_id = ${sourceId})`)
