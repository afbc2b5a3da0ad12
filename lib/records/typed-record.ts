import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Label } from '@/lib/records/labels/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Source } from '@/lib/records/sources/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { RecordTypeName } from '@/lib/records/paths'

/** What is public in each record type. */
export type Records = {
  jurisdictions: Jurisdiction
  statements: Statement
  policies: Policy
  stances: Stance
  officials: Official
  organizations: Organization
  'federal-actions': FederalAction
  sources: Source
  labels: Label
}

/** A record with the record type that says what it is. */
export type TypedRecord = { [R in RecordTypeName]: { type: R; record: Records[R] } }[RecordTypeName]
