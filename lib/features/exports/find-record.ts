import { type Lookup, cardTexts } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { idFromPath } from '@/lib/platform/http/slug'
import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { type RecordTypeName, RECORD_TYPE_NAMES } from '@/lib/records/paths'
import { RECORDS, isRecordTypeName } from '@/lib/records/columns'
import { collectionOf } from './list-view'

export type PublicLookup = { room: RecordTypeName; lookup: Lookup<RecordBase> }

/** A record of a room by its id, as it may leave: what the definition does not name stays here. */
export const findById = async (room: RecordTypeName, id: string, version?: number): Promise<PublicLookup> => {
  if (!ID.test(id)) return { room, lookup: { found: 'nothing' } }
  return allowed(room, await collectionOf(room).lookUp(id, version))
}

const texts = Object.fromEntries(RECORD_TYPE_NAMES.map((room) => [room, cardTexts(collectionOf(room).table)]))

/** A record's card as the JSON that the database has: it passed its schema when it was written. */
export const findText = async (room: RecordTypeName, id: string) => (ID.test(id) ? texts[room]!(id) : undefined)

const ID = /^[0-9a-z]{10}$/
const PLACE = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/
const RECORD = /^\/([a-z-]+)\/([a-z0-9-]{10,80})$/

/** The record at the address of a page: "/tx/el-paso", "/statements/<id>", "/statements/<id>-ana-pena". */
export const findByPath = async (path: string, version?: number): Promise<PublicLookup | null> => {
  if (PLACE.test(path)) return allowed('jurisdictions', await lookUpPlace(path, version))
  const [, room, segment] = RECORD.exec(path) ?? []
  const id = segment && idFromPath(segment)
  return id && room && isRecordTypeName(room) ? findById(room, id, version) : null
}

const allowed = (room: RecordTypeName, lookup: Lookup<RecordBase>): PublicLookup => ({
  room,
  lookup: lookup.found === 'record' ? { ...lookup, record: RECORDS[room].parse(lookup.record) } : lookup,
})
