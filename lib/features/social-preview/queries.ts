import { idFromPath } from '@/lib/platform/http/slug'
import type { Lookup } from '@/lib/platform/lists/read-cards'
import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { collectionOf } from '@/lib/records/collections'
import { type RecordTypeName, type TypedRecord, isRecordTypeName } from '@/lib/records/registry'

export type SharedRecord =
  { status: 'found'; of: TypedRecord } | { status: 'moved'; path: string } | { status: 'missing' }

const PLACE = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/
const RECORD = /^\/([a-z-]+)\/([a-z0-9-]{10,80})$/

/** Looks up the record of a page's path ("/tx/el-paso", "/statements/<id>-ana-pena"), of any type. */
export async function recordAt(path: string, version?: number): Promise<SharedRecord> {
  if (PLACE.test(path)) return shared('jurisdictions', path, await lookUpPlace(path, version))
  const [, type, segment] = RECORD.exec(path) ?? []
  const id = segment && idFromPath(segment)
  if (!id || !type || !isRecordTypeName(type) || type === 'jurisdictions') return { status: 'missing' }
  return shared(type, path, await collectionOf(type).lookUp(id, version))
}

/** A record whose path changed counts as moved; a withdrawn record is not found. */
function shared(type: RecordTypeName, path: string, lookup: Lookup<RecordBase>): SharedRecord {
  if (lookup.status === 'moved') return lookup
  if (lookup.status !== 'found') return { status: 'missing' }
  const { record, current } = lookup
  if (record.path !== path && record.version === current) return { status: 'moved', path: record.path }
  return { status: 'found', of: { type, record } as unknown as TypedRecord }
}
