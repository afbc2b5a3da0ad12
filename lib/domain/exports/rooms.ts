import type { RecordBase } from '@/lib/platform/records/room'
import { federalActionColumns } from '../federal-actions/columns'
import { FederalAction } from '../federal-actions/definition'
import { jurisdictionColumns } from '../jurisdictions/columns'
import { Jurisdiction } from '../jurisdictions/definition'
import { labelColumns } from '../labels/columns'
import { Label } from '../labels/definition'
import { officialColumns } from '../officials/columns'
import { Official } from '../officials/definition'
import { organizationColumns } from '../organizations/columns'
import { Organization } from '../organizations/definition'
import { policyColumns } from '../policies/columns'
import { Policy } from '../policies/definition'
import { type List, LISTS } from '../sharing/pages'
import { sourceRecordColumns } from '../sources/columns'
import { Source } from '../sources/definition'
import { stanceColumns } from '../stances/columns'
import { Stance } from '../stances/definition'
import { statementColumns } from '../statements/columns'
import { Statement } from '../statements/definition'
import type { FlatColumn } from './flatten'

/** The flat columns of every room, as downloads and the dictionary have them. */
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

/** The columns of any room, for code that serves all of them. */
export const columnsFor = (room: List): readonly FlatColumn<RecordBase>[] =>
  COLUMNS[room] as unknown as readonly FlatColumn<RecordBase>[]

/** The public record of every room: the allow-list of what leaves. */
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

export const isRoom = (name: string): name is List => (LISTS as readonly string[]).includes(name)
