import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'

/** Stances, statements and policies of one body. */
export type BodyRecords = { stances: Stance[]; statements: Statement[]; policies: Policy[] }
export type PlaceBodies = { government: BodyRecords; bodies: (BodyRecords & { organization: Organization })[] }

/** Kinds of bodies with a section of their own; other offices are grouped with the government. */
const SEPARATE_KINDS = new Set<Organization['kind']>(['police_department', 'sheriff', 'school_district', 'transit'])

/** Splits a place's records into those of its government and those of separate bodies. */
export const placeBodies = (organizations: readonly Organization[], all: BodyRecords): PlaceBodies => {
  const separate = organizations.filter((one) => SEPARATE_KINDS.has(one.kind))
  const ids = new Set(separate.map((one) => one.id))
  const recordsWhere = (matches: (organizationId: string | null) => boolean): BodyRecords => ({
    stances: all.stances.filter((one) => matches(one.organization?.id ?? null)),
    statements: all.statements.filter((one) => matches(speakingFor(one))),
    policies: all.policies.filter((one) => matches(one.organization?.id ?? null)),
  })
  return {
    government: recordsWhere((id) => id === null || !ids.has(id)),
    bodies: separate
      .map((organization) => ({ organization, ...recordsWhere((id) => id === organization.id) }))
      .filter(hasRecords),
  }
}

export const hasRecords = ({ stances, statements, policies }: BodyRecords): boolean =>
  stances.length + statements.length + policies.length > 0

const speakingFor = ({ speakers }: Statement): string | null =>
  speakers[0]!.organization?.id ?? speakers[0]!.role?.organization?.id ?? null
