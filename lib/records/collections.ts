import type { Collection } from '@/lib/platform/lists/collection'
import { FederalAction } from './federal-actions/schema'
import { federalActionCollection, lookUpFederalAction } from './federal-actions/queries'
import { Jurisdiction } from './jurisdictions/schema'
import { jurisdictionCollection, lookUpJurisdiction } from './jurisdictions/queries'
import { Label } from './labels/schema'
import { labelCollection, lookUpLabel } from './labels/queries'
import { Official } from './officials/schema'
import { lookUpOfficial, officialCollection } from './officials/queries'
import { Organization } from './organizations/schema'
import { lookUpOrganization, organizationCollection } from './organizations/queries'
import { Policy } from './policies/schema'
import { lookUpPolicy, policyCollection } from './policies/queries'
import { Source } from './sources/schema'
import { lookUpSource, sourceCollection } from './sources/queries'
import { Stance } from './stances/schema'
import { lookUpStance, stanceCollection } from './stances/queries'
import { Statement } from './statements/schema'
import { lookUpStatement, statementCollection } from './statements/queries'

/** Every record type as it is read: what a record is, how its list is filtered and walked through, how one is looked up. */
export const COLLECTIONS = {
  statements: { definition: Statement, lookUp: lookUpStatement, ...statementCollection },
  policies: { definition: Policy, lookUp: lookUpPolicy, ...policyCollection },
  stances: { definition: Stance, lookUp: lookUpStance, ...stanceCollection },
  officials: { definition: Official, lookUp: lookUpOfficial, ...officialCollection },
  organizations: { definition: Organization, lookUp: lookUpOrganization, ...organizationCollection },
  'federal-actions': { definition: FederalAction, lookUp: lookUpFederalAction, ...federalActionCollection },
  sources: { definition: Source, lookUp: lookUpSource, ...sourceCollection },
  jurisdictions: { definition: Jurisdiction, lookUp: lookUpJurisdiction, ...jurisdictionCollection },
  labels: { definition: Label, lookUp: lookUpLabel, ...labelCollection },
} as const

export type CollectionTypeName = keyof typeof COLLECTIONS

/** How many records a record type has, with those that its list leaves out unless they are asked for. */
export const countAll = (type: CollectionTypeName): Promise<number> => {
  const { filters, count } = COLLECTIONS[type] as unknown as Collection
  return count(
    Object.fromEntries(
      filters.entries.flatMap(([key, { defaultCondition: otherwise }]) => (otherwise ? [[key, true]] : [])),
    ),
  )
}
