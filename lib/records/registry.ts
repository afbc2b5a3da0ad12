import { HISTORY_CONVERTERS } from '@/lib/platform/publishing/history-converters'
import { createRegistry } from './create-registry'
import type { AnyDefinition } from './define-record-type'
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

for (const { name, history = [] } of Object.values(RECORD_TYPES) as AnyDefinition[])
  HISTORY_CONVERTERS.push(...history.map((one) => ({ ...one, type: name })))
HISTORY_CONVERTERS.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

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
