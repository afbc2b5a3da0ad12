import type { OrganizationKind } from '@/lib/vocabularies/bodies'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { type Office, REPRESENTS } from '@/lib/vocabularies/bodies'
import type { Position } from '@/lib/vocabularies/stances'
import type { z } from 'zod'

export const LEVELS = ['state', 'local', 'police', 'school', 'congress'] as const
export type Level = (typeof LEVELS)[number]
export type Kinds = Readonly<Record<string, z.infer<typeof OrganizationKind>>>
export type AnswersOfLevel = {
  level: Level
  positions: Partial<Record<Position, number>>
  uncoded: number
  policies: number
}

/** Responses to a federal action by level of government: statements by position on its topics, and policies. */
export const answersByLevel = (
  statements: readonly Statement[],
  policies: readonly Policy[],
  topics: readonly string[],
  kinds: Kinds,
): AnswersOfLevel[] =>
  LEVELS.map((level) => {
    const levelStatements = statements.filter((one) => levelOf(one, kinds) === level)
    const positions: AnswersOfLevel['positions'] = {}
    let uncoded = 0
    for (const statement of levelStatements) {
      const distinctPositions = new Set(
        statement.positions.filter((one) => topics.includes(one.topic)).map((one) => one.position),
      )
      if (distinctPositions.size === 0) uncoded++
      for (const position of distinctPositions) positions[position] = (positions[position] ?? 0) + 1
    }
    const levelPolicies = policies.filter(
      (one) => levelOfBody(one.organization?.id, one.jurisdiction.kind, kinds) === level,
    )
    return { level, positions, uncoded, policies: levelPolicies.length }
  }).filter((one) => one.uncoded + one.policies > 0 || Object.keys(one.positions).length > 0)

const OFFICES: Partial<Record<Office, Level>> = {
  governor: 'state',
  attorney_general: 'state',
  mayor: 'local',
  council_member: 'local',
  police_chief: 'police',
  sheriff: 'police',
  superintendent: 'school',
}

const levelOf = ({ speakers, places }: Statement, kinds: Kinds): Level => {
  const { role, organization } = speakers[0]!
  if (role && REPRESENTS.includes(role.office)) return 'congress'
  const byOffice = role && OFFICES[role.office]
  return byOffice ?? levelOfBody(organization?.id, places[0]!.kind, kinds)
}

const levelOfBody = (organizationId: string | undefined, placeKind: string, kinds: Kinds): Level => {
  const kind = organizationId && kinds[organizationId]
  if (kind === 'police_department' || kind === 'sheriff') return 'police'
  if (kind === 'school_district' || placeKind === 'school_district') return 'school'
  return ['state', 'district', 'territory'].includes(placeKind) ? 'state' : 'local'
}
