import type { FederalAction } from '../federal-actions/definition'
import type { Jurisdiction } from '../jurisdictions/definition'
import type { Label } from '../labels/definition'
import type { Official } from '../officials/definition'
import type { Organization } from '../organizations/definition'
import type { Policy } from '../policies/definition'
import type { Source } from '../sources/definition'
import type { Stance } from '../stances/definition'
import type { Statement } from '../statements/definition'
import type { List } from './pages'

/** What is public in each room. */
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

/** A record with the room that says what it is. */
export type RoomRecord = { [R in List]: { room: R; record: Records[R] } }[List]
