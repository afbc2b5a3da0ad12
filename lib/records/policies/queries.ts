import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { policies } from '.'
import type { Policy } from './schema'
import type { policyFilters } from './filters'

const read = recordReader(policies)

export const policyCollection = collection<Policy, typeof policyFilters.filters>(policies)

export const lookUpPolicy = read.lookUp

/** Policies of the place's government and of the organizations that serve the place. */
export const policiesAt = (placeId: string) =>
  read.where(sql`id IN (
    SELECT id FROM policy WHERE jurisdiction_id = ${placeId}
    UNION SELECT policy.id FROM policy JOIN organization_service served USING (organization_id)
      WHERE served.jurisdiction_id = ${placeId})`)

export const policiesOf = (organizationId: string) => read.where(sql`organization_id = ${organizationId}`)

export const policiesAnswering = (federalActionId: string) =>
  read.where(sql`id IN (SELECT policy_id FROM policy_answer WHERE federal_action_id = ${federalActionId})`)

export const policiesCiting = (sourceId: string) =>
  read.where(sql`id IN (
    SELECT coalesce(c.policy_id, e.policy_id) FROM citation c LEFT JOIN policy_event e ON e.id = c.policy_event_id
    WHERE c.source_id = ${sourceId})`)

/** Policies signed by the official. */
export const policiesBy = (officialId: string) => read.where(sql`official_id = ${officialId}`)
