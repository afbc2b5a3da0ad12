import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { federalActionColumns } from './federal-actions/columns'
import { FederalAction } from './federal-actions/schema'
import { jurisdictionColumns } from './jurisdictions/columns'
import { Jurisdiction } from './jurisdictions/schema'
import { labelColumns } from './labels/columns'
import { Label } from './labels/schema'
import { officialColumns } from './officials/columns'
import { Official } from './officials/schema'
import { organizationColumns } from './organizations/columns'
import { Organization } from './organizations/schema'
import { policyColumns } from './policies/columns'
import { Policy } from './policies/schema'
import { type RecordTypeName, RECORD_TYPE_NAMES } from './paths'
import { sourceRecordColumns } from './sources/columns'
import { Source } from './sources/schema'
import { stanceColumns } from './stances/columns'
import { Stance } from './stances/schema'
import { statementColumns } from './statements/columns'
import { Statement } from './statements/schema'
import type { FlatColumn } from './shared/flatten'

/** The flat columns of every record type, as downloads and the dictionary have them. */
export const COLUMNS = {
  jurisdictions: jurisdictionColumns,
  statements: statementColumns,
  policies: policyColumns,
  stances: stanceColumns,
  officials: officialColumns,
  organizations: organizationColumns,
  'federal-actions': federalActionColumns,
  sources: sourceRecordColumns,
  labels: labelColumns,
} as const

/** The columns of any record type, for code that serves all of them. */
export const columnsFor = (type: RecordTypeName): readonly FlatColumn<RecordBase>[] =>
  COLUMNS[type] as unknown as readonly FlatColumn<RecordBase>[]

/** The public record of every record type: the allow-list of what leaves. */
export const RECORDS = {
  jurisdictions: Jurisdiction,
  statements: Statement,
  policies: Policy,
  stances: Stance,
  officials: Official,
  organizations: Organization,
  'federal-actions': FederalAction,
  sources: Source,
  labels: Label,
} as const

export const isRecordTypeName = (name: string): name is RecordTypeName =>
  (RECORD_TYPE_NAMES as readonly string[]).includes(name)
