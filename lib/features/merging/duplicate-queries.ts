import { identifier, sql } from '@/lib/platform/database/sql'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Two records that may be duplicates. */
export type Pair = { type: RecordTypeName; ids: [string, string]; names: [string, string]; score: number; why: Why }
export type Why = 'name' | 'place'

/** Maximum number of pairs per record type, the most likely ones first. */
const MAX_PAIRS = 40

/**
 * Officials and organizations with nearly equal names, or with similar names and the same place; sources with equal
 * titles. Excludes pairs that an editor marked as different.
 */
export async function duplicates(): Promise<Pair[]> {
  const [officials, organizations, sources] = await Promise.all([
    alike('officials', sharePlace),
    alike(
      'organizations',
      sql`EXISTS (SELECT FROM organization p JOIN organization q USING (jurisdiction_id)
      WHERE p.id = a.record_id AND q.id = b.record_id)`,
    ),
    sameTitle(),
  ])
  return [...officials, ...organizations, ...sources].toSorted((a, b) => b.score - a.score)
}

const sharePlace = sql`EXISTS (SELECT FROM role p JOIN role q ON p.jurisdiction_id = q.jurisdiction_id
  WHERE p.official_id = a.record_id AND q.official_id = b.record_id)`

type Row = { a: string; b: string; aName: string; bName: string; score: number; place: boolean }

const alike = async (type: RecordTypeName, place: ReturnType<typeof sql>): Promise<Pair[]> => {
  const rows = await sql`
    SELECT * FROM (
      SELECT DISTINCT ON (a.record_id, b.record_id) a.record_id AS a, b.record_id AS b,
        similarity(a.folded, b.folded)::float AS score, ${place} AS place,
        first.name AS "aName", second.name AS "bName"
      FROM name a JOIN name b ON b.type = a.type AND b.record_id > a.record_id AND b.folded % a.folded
        JOIN name first ON first.type = a.type AND first.record_id = a.record_id AND first.own
        JOIN name second ON second.type = b.type AND second.record_id = b.record_id AND second.own
      WHERE a.type = ${type} AND similarity(a.folded, b.folded) >= 0.6 AND NOT EXISTS (
        SELECT FROM not_same WHERE type = ${type} AND a_id = a.record_id AND b_id = b.record_id)
      ORDER BY a.record_id, b.record_id, score DESC
    ) pair WHERE place OR score >= 0.9 ORDER BY score DESC, a, b LIMIT ${MAX_PAIRS}`.rows<Row>()
  return rows.map(({ a, b, aName, bName, score, place: here }) => ({
    type,
    ids: [a, b],
    names: [aName, bName],
    score,
    why: here ? 'place' : 'name',
  }))
}

const sameTitle = async (): Promise<Pair[]> => {
  const rows = await sql`
    SELECT a.id AS a, b.id AS b, a.title AS "aName", b.title AS "bName", 1::float AS score, false AS place
    FROM source a JOIN source b ON b.id > a.id AND fold(b.title) = fold(a.title) AND b.outlet = a.outlet
    WHERE NOT EXISTS (SELECT FROM not_same WHERE type = 'sources' AND a_id = a.id AND b_id = b.id)
    ORDER BY a.title, a.id, b.id LIMIT ${MAX_PAIRS}`.rows<Row>()
  return rows.map(({ a, b, aName, bName }) => ({
    type: 'sources',
    ids: [a, b],
    names: [aName, bName],
    score: 0.8,
    why: 'name',
  }))
}

export type PastMerge = {
  id: string
  type: RecordTypeName
  fromId: string
  intoId: string
  fromName: string
  by: string | null
  at: Date
  undoneAt: Date | null
  changed: number
}

/** Merges, newest first. */
export const merges = (): Promise<PastMerge[]> =>
  sql`
    SELECT m.id, m.type, m.from_id AS "fromId", m.into_id AS "intoId", who.name AS by, m.at, m.undone_at AS "undoneAt",
      jsonb_array_length(m.changed) - 1 AS changed,
      (SELECT coalesce(v.data ->> 'name', v.data ->> 'title') FROM revision v WHERE v.type = m.type
        AND v.record_id = m.from_id ORDER BY v.version DESC LIMIT 1) AS "fromName"
    FROM merge m LEFT JOIN admin_user who ON who.id = m.by_id ORDER BY m.at DESC LIMIT 50`.rows<PastMerge>()

/** Pairs that an editor marked as different. */
export const notTheSame = (): Promise<
  { type: RecordTypeName; aId: string; bId: string; by: string | null; at: Date }[]
> =>
  sql`
    SELECT n.type, n.a_id AS "aId", n.b_id AS "bId", who.name AS by, n.at FROM not_same n
    LEFT JOIN admin_user who ON who.id = n.by_id ORDER BY n.at DESC LIMIT 50`.rows<{
    type: RecordTypeName
    aId: string
    bId: string
    by: string | null
    at: Date
  }>()

/** One of two records, with the entries that link to it. */
export type SideRecord = {
  id: string
  path: string
  version: number
  data: Record<string, unknown>
  rests: { type: string; id: string }[]
}

export async function sideOf(type: RecordTypeName, id: string): Promise<SideRecord | null> {
  const [[row], rests] = await Promise.all([
    sql`
      SELECT r.id, r.path, r.version, v.data FROM ${identifier(RECORD_TYPES[type].table)} r
      JOIN revision v ON v.type = ${type} AND v.record_id = r.id AND v.version = r.version
      WHERE r.id = ${id}`.rows<Omit<SideRecord, 'rests'>>(),
    sql`SELECT from_type AS type, from_id AS id FROM reference WHERE to_type = ${type} AND to_id = ${id}
      ORDER BY from_type, from_id`.rows<{ type: string; id: string }>(),
  ])
  return row ? { ...row, rests } : null
}
