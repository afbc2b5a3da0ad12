import { type Lookup, loadCardJson } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { idFromPath } from '@/lib/platform/http/slug'
import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { isRecordTypeName, RECORD_TYPE_NAMES, RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { collectionOf } from '@/lib/records/collections'

export type PublicLookup = { type: RecordTypeName; lookup: Lookup<RecordBase> }

/** Looks up a record by id. Fields outside the definition are stripped. */
export const findById = async (type: RecordTypeName, id: string, version?: number): Promise<PublicLookup> => {
  if (!ID.test(id)) return { type, lookup: { status: 'missing' } }
  return allowed(type, await collectionOf(type).lookUp(id, version))
}

const texts = Object.fromEntries(RECORD_TYPE_NAMES.map((type) => [type, loadCardJson(collectionOf(type).table)]))

/** A record's card as stored JSON, which was validated when it was written. */
export const findText = async (type: RecordTypeName, id: string) => (ID.test(id) ? texts[type]!(id) : undefined)

const ID = /^[0-9a-z]{10}$/
const PLACE = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/
const RECORD = /^\/([a-z-]+)\/([a-z0-9-]{10,80})$/

/** Looks up the record of a page's path: "/tx/el-paso", "/statements/<id>", "/statements/<id>-ana-pena". */
export const findByPath = async (path: string, version?: number): Promise<PublicLookup | null> => {
  if (PLACE.test(path)) return allowed('jurisdictions', await lookUpPlace(path, version))
  const [, type, segment] = RECORD.exec(path) ?? []
  const id = segment && idFromPath(segment)
  return id && type && isRecordTypeName(type) ? findById(type, id, version) : null
}

const allowed = (type: RecordTypeName, lookup: Lookup<RecordBase>): PublicLookup => ({
  type,
  lookup:
    lookup.status === 'found'
      ? { ...lookup, record: RECORD_TYPES[type].record.parse(lookup.record) as RecordBase }
      : lookup,
})
