import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'

/** What is known of one body: what it does by topic, what was said for it, what it did. */
export type BodyRecords = { stances: Stance[]; statements: Statement[]; policies: Policy[] }
export type PlaceBodies = { government: BodyRecords; bodies: (BodyRecords & { organization: Organization })[] }

/** Bodies that answer for themselves; every other office of a place stands with its government. */
const APART = new Set<Organization['kind']>(['police_department', 'sheriff', 'school_district', 'transit'])

/** Sorts a place's records into its government's and those of the police, schools and others that stand apart. */
export const placeBodies = (organizations: readonly Organization[], all: BodyRecords): PlaceBodies => {
  const apart = organizations.filter((one) => APART.has(one.kind))
  const ids = new Set(apart.map((one) => one.id))
  const of = (keep: (organizationId: string | null) => boolean): BodyRecords => ({
    stances: all.stances.filter((one) => keep(one.organization?.id ?? null)),
    statements: all.statements.filter((one) => keep(speakingFor(one))),
    policies: all.policies.filter((one) => keep(one.organization?.id ?? null)),
  })
  return {
    government: of((id) => id === null || !ids.has(id)),
    bodies: apart.map((organization) => ({ organization, ...of((id) => id === organization.id) })).filter(hasRecords),
  }
}

export const hasRecords = ({ stances, statements, policies }: BodyRecords): boolean =>
  stances.length + statements.length + policies.length > 0

const speakingFor = ({ speakers }: Statement): string | null =>
  speakers[0]!.organization?.id ?? speakers[0]!.role?.organization?.id ?? null
