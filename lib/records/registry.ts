import { createRegistry } from './create-registry'
import { federalActions } from './federal-actions'
import { jurisdictions } from './jurisdictions'
import { labels } from './labels'
import { officials } from './officials'
import { organizations } from './organizations'
import { policies } from './policies'
import { sources } from './sources'
import { stances } from './stances'
import { statements } from './statements'

/** All record types, in display order. This is the only such list; everything else is derived from it. */
export const RECORD_TYPES = createRegistry([
  statements,
  policies,
  stances,
  officials,
  organizations,
  federalActions,
  sources,
  labels,
  jurisdictions,
])

export type RecordTypeName = keyof typeof RECORD_TYPES

export const RECORD_TYPE_NAMES = Object.keys(RECORD_TYPES) as RecordTypeName[]

export const isRecordTypeName = (name: string): name is RecordTypeName => Object.hasOwn(RECORD_TYPES, name)

/** The public record of each type. */
export type Records = {
  [N in RecordTypeName]: (typeof RECORD_TYPES)[N] extends { title: (record: infer R, ...rest: never[]) => string }
    ? R
    : never
}

/** A record with the name of its type. */
export type TypedRecord = { [N in RecordTypeName]: { type: N; record: Records[N] } }[RecordTypeName]
