import { cachedValue } from '@/lib/platform/caching/query-cache'
import { sql } from '@/lib/platform/database/sql'
import { countAll } from '@/lib/records/collections'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import { lastPublished } from '@/lib/features/exports/last-published'
import { codesOf } from '@/lib/platform/i18n/vocabulary'
import { inForce } from '@/lib/records/stances/in-force'
import { COOPERATION } from '@/lib/vocabularies/stances'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'

/** The numbers of published records by type and of places with entries. */
export type Counts = Record<RecordTypeName, number> & { placesWithEntries: number }

/** The composition of the data: places by stance on cooperation, and citations by kind of source. */
export type Balance = {
  /** Places with at least one coded stance on cooperation. */
  places: number
  limit: number
  inSomeCases: number
  permitted: number
  /** Never added to those that cooperate: nobody is ordered to act. */
  limitsForbidden: number
  cooperate: number
  citationsByKind: { kind: string; citations: number }[]
}

export type Overview = {
  counts: Counts
  newest: { statements: Statement[]; policies: Policy[] }
  federalActions: (FederalAction & { answers: number })[]
  balance: Balance
  /** The time of the last publication, shown as the date of the data. */
  asOf: string | null
}

export const overview = async (): Promise<Overview> => {
  const [counts, statements, policies, federalActions, balance, asOf] = await Promise.all([
    countRecords(),
    newest<Statement>('statement'),
    newest<Policy>('policy'),
    actionsWithAnswers(),
    balanceOfPlaces(),
    lastPublished(),
  ])
  return { counts, newest: { statements, policies }, federalActions, balance, asOf }
}

const countRecords = async (): Promise<Counts> => {
  const [counts, placesWithEntries] = await Promise.all([
    Promise.all(RECORD_TYPE_NAMES.map(async (type) => [type, await countAll(type)] as const)),
    countPlacesWithEntries(),
  ])
  return { ...(Object.fromEntries(counts) as Record<RecordTypeName, number>), placesWithEntries }
}

/**
 * Uses LIMIT 1 subqueries. With EXISTS, PostgreSQL would scan each table instead of using an index lookup per place.
 */
const countPlacesWithEntries = async (): Promise<number> => {
  const [found] = await sql`SELECT count(*)::int AS places FROM jurisdiction j
    WHERE coalesce((SELECT true FROM statement_place WHERE jurisdiction_id = j.id LIMIT 1),
      (SELECT true FROM policy WHERE jurisdiction_id = j.id LIMIT 1), false)`.rows<{ places: number }>()
  return found!.places
}

const newest = async <R>(table: 'statement' | 'policy'): Promise<R[]> => {
  const rows =
    table === 'statement'
      ? await sql`SELECT card FROM statement WHERE NOT represents ORDER BY published_at DESC, date_latest DESC NULLS LAST, id LIMIT 6`.rows<{
          card: R
        }>()
      : await sql`SELECT card FROM policy ORDER BY published_at DESC, latest_event DESC NULLS LAST, id LIMIT 3`.rows<{
          card: R
        }>()
  return rows.map(({ card }) => card)
}

const actionsWithAnswers = async () => {
  const rows = await sql`
    SELECT f.card, (SELECT count(*) FROM statement_answer WHERE federal_action_id = f.id)::int
      + (SELECT count(*) FROM policy_answer WHERE federal_action_id = f.id)::int AS answers
    FROM federal_action f ORDER BY answers DESC, date_latest DESC NULLS LAST, id LIMIT 12`.rows<{
    card: FederalAction
    answers: number
  }>()
  return rows.map(({ card, answers }) => ({ ...card, answers }))
}

/** The codes that have a place on the scale of cooperation. */
const ON_SCALE = codesOf(COOPERATION).filter((code) => COOPERATION[code].step !== null)

const balanceOfPlaces = async (): Promise<Balance> => {
  const [places] = await sql`
    SELECT count(*)::int AS places, count(*) FILTER (WHERE limits)::int AS limit,
      count(*) FILTER (WHERE partly)::int AS "inSomeCases", count(*) FILTER (WHERE permitted)::int AS permitted,
      count(*) FILTER (WHERE "limitsForbidden")::int AS "limitsForbidden",
      count(*) FILTER (WHERE cooperates)::int AS cooperate
    FROM (
      SELECT bool_or(value IN ('must_not_cooperate', 'will_not_cooperate')) AS limits, bool_or(value = 'some_cases') AS partly,
        bool_or(value = 'may_cooperate') AS permitted, bool_or(value = 'limits_forbidden') AS "limitsForbidden",
        bool_or(value IN ('will_cooperate', 'must_cooperate')) AS cooperates
      FROM stance
      WHERE value = ANY(${ON_SCALE}) AND ${inForce}
      GROUP BY jurisdiction_id) coded`.rows<Omit<Balance, 'citationsByKind'>>()
  return { ...places!, citationsByKind: await citationsByKind() }
}

/** Counts all citations, which takes a second at a million statements; cached until the next publication. */
const citationsByKind = cachedValue(() =>
  sql`
    SELECT s.kind, sum(cited)::int AS citations
    FROM (SELECT source_id, count(*) AS cited FROM citation GROUP BY source_id) c JOIN source s ON s.id = c.source_id
    GROUP BY s.kind ORDER BY 2 DESC, 1`.rows<Balance['citationsByKind'][number]>(),
)
