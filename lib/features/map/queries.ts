import { sql } from '@/lib/platform/database/sql'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { inForce } from '@/lib/records/stances/in-force'
import type { Stance } from '@/lib/records/stances/schema'
import type { TopicSlug } from '@/lib/vocabularies/topics'
import type { StanceMap } from './stance-map'

/** The current stances on a topic by state and by place, for one state or all. */
export const stanceMap = async (topic: TopicSlug, usps?: string): Promise<StanceMap> => {
  const inState = usps ? sql`j.usps = ${usps}` : sql`true`
  const [stances, states, places, [last]] = await Promise.all([
    sql`SELECT s.card FROM (SELECT * FROM stance WHERE topic = ${topic} AND ${inForce}) s
      JOIN jurisdiction j ON j.id = s.jurisdiction_id WHERE ${inState}
      ORDER BY s.organization_id IS NOT NULL, s.id`.rows<{ card: Stance }>(),
    sql`SELECT j.card, ${hasEntries} AS researched FROM jurisdiction j
      WHERE j.parent_id IS NULL AND j.kind IN ('state', 'district', 'territory') AND ${inState}
      ORDER BY j.name`.rows<{ card: Jurisdiction; researched: boolean }>(),
    sql`SELECT j.card FROM jurisdiction j WHERE j.parent_id IS NOT NULL AND ${inState} AND ${hasEntries}
      ORDER BY j.usps, j.name`.rows<{ card: Jurisdiction }>(),
    sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>(),
  ])
  const byPlace = new Map<string, Stance[]>()
  for (const { card } of stances) {
    const { id } = card.jurisdiction
    byPlace.set(id, [...(byPlace.get(id) ?? []), card])
  }
  const stancesAt = (id: string) => byPlace.get(id) ?? []
  return {
    topic,
    states: states.map(({ card, researched }) => ({ place: card, stances: stancesAt(card.id), researched })),
    places: places.map(({ card }) => ({ place: card, stances: stancesAt(card.id) })),
    asOf: last?.at?.toISOString() ?? null,
  }
}

/** True if a place has entries. Statements of its representatives (Congress, state legislature) don't count. */
const hasEntries = sql`coalesce((SELECT true FROM stance s WHERE s.jurisdiction_id = j.id LIMIT 1),
  (SELECT true FROM policy p WHERE p.jurisdiction_id = j.id LIMIT 1),
  (SELECT true FROM statement_place sp JOIN statement s ON s.id = sp.statement_id
    WHERE sp.jurisdiction_id = j.id AND NOT s.represents LIMIT 1), false)`
