import { idFromPath } from '@/lib/platform/http/slug'
import type { Lookup } from '@/lib/platform/lists/read-cards'
import { lookUpFederalAction } from '@/lib/records/federal-actions/queries'
import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { lookUpLabel } from '@/lib/records/labels/queries'
import { lookUpOfficial } from '@/lib/records/officials/queries'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { lookUpPolicy } from '@/lib/records/policies/queries'
import { lookUpSource } from '@/lib/records/sources/queries'
import { lookUpStance } from '@/lib/records/stances/queries'
import { lookUpStatement } from '@/lib/records/statements/queries'
import type { RecordTypeName } from '@/lib/records/paths'
import type { Records, TypedRecord } from '@/lib/records/typed-record'

export type SharedRecord =
  { found: 'record'; of: TypedRecord } | { found: 'moved'; path: string } | { found: 'nothing' }

type Find<R> = (id: string, version?: number) => Promise<Lookup<R>>
const BY_ID: { [R in Exclude<RecordTypeName, 'jurisdictions'>]: Find<Records[R]> } = {
  statements: lookUpStatement,
  policies: lookUpPolicy,
  stances: lookUpStance,
  officials: lookUpOfficial,
  organizations: lookUpOrganization,
  'federal-actions': lookUpFederalAction,
  sources: lookUpSource,
  labels: lookUpLabel,
}

const PLACE = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/
const RECORD = /^\/([a-z-]+)\/([a-z0-9-]{10,80})$/

/** The record at the path of a page ("/tx/el-paso", "/statements/<id>-ana-pena"), whatever record type it is of. */
export async function recordAt(path: string, version?: number): Promise<SharedRecord> {
  if (PLACE.test(path)) return shared('jurisdictions', path, await lookUpPlace(path, version))
  const [, type, segment] = RECORD.exec(path) ?? []
  const id = segment && idFromPath(segment)
  if (!id || !type || !Object.hasOwn(BY_ID, type)) return { found: 'nothing' }
  const name = type as keyof typeof BY_ID
  const find: Find<Records[typeof name]> = BY_ID[name]
  return shared(name, path, await find(id, version))
}

/** A record whose path has become another one counts as moved; one that was withdrawn is nothing to show. */
function shared(type: RecordTypeName, path: string, lookup: Lookup<Records[RecordTypeName]>): SharedRecord {
  if (lookup.found === 'moved') return lookup
  if (lookup.found !== 'record') return { found: 'nothing' }
  const { record, current } = lookup
  if (record.path !== path && record.version === current) return { found: 'moved', path: record.path }
  return { found: 'record', of: { type, record } as TypedRecord }
}
