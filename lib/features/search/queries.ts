import { type Sql, identifier, sql } from '@/lib/platform/database/sql'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { Suggestion } from './suggestion'

export type SearchResults = {
  places: Jurisdiction[]
  officials: Official[]
  organizations: Organization[]
  statements: Statement[]
  policies: Policy[]
}

const TABLES = { jurisdictions: 'jurisdiction', officials: 'official', organizations: 'organization' } as const

type Type = keyof typeof TABLES

/** What a person typed, as it is compared: at most 200 characters, no control characters. */
const asked = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, 200)

/** Places by name. */
export const searchPlaces = async (text: string): Promise<Jurisdiction[]> => {
  const words = asked(text)
  return words ? byName<Jurisdiction>('jurisdictions', words) : []
}

/** The same for programs, each as the JSON of a Place. */
export const placeTexts = async (text: string): Promise<string[]> => {
  const words = asked(text)
  if (!words) return []
  const rows = await sql`
    SELECT jsonb_build_object('id', id, 'path', path, 'name', full_name, 'kind', kind, 'usps', usps, 'geoid', geoid,
      'population', population)::text AS place
    FROM ${bestNames('jurisdictions', words, 12)} best JOIN jurisdiction ON id = record_id
    ORDER BY score DESC, weight DESC, id`.rows<{ place: string }>()
  return rows.map(({ place }) => place)
}

/** Places, officials, bodies and words. The exact name comes first, then names that begin so, then similar ones. */
export const search = async (text: string): Promise<SearchResults> => {
  const words = asked(text)
  if (!words) return { places: [], officials: [], organizations: [], statements: [], policies: [] }
  const [places, officials, organizations, statements, policies] = await Promise.all([
    byName<Jurisdiction>('jurisdictions', words),
    byName<Official>('officials', words),
    byName<Organization>('organizations', words),
    byWords<Statement>('statement', words),
    byWords<Policy>('policy', words),
  ])
  return { places, officials, organizations, statements, policies }
}

/** What was typed, as names are kept, and the pattern of what begins so. */
const typed = (words: string) => {
  const folded = sql`fold(${words})`
  const start = sql`(replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`
  return { folded, start }
}

/**
 * Names that fit what was typed, each record once with its best score: 4 the very name, 3 a name that begins so, 2 a
 * name with a later word that begins so (of places, 1.5), less for one that is similar. There are so many places that a similar one has to be
 * close and begin alike ("garcia" doesn't mean Gary, "mineapolis" means Minneapolis); of the few people and bodies, more is forgiven.
 */
const namesLike = (words: string, type: Type): Sql => {
  const { folded, start } = typed(words)
  return sql`
    SELECT type, record_id, score, weight FROM (
      SELECT type, record_id, max(weight) AS weight, max(CASE WHEN folded = ${folded} THEN 4 WHEN folded LIKE ${start} THEN 3
        WHEN folded LIKE '% ' || ${start} THEN CASE type WHEN 'jurisdictions' THEN 1.5 ELSE 2 END
        WHEN type = 'jurisdictions' AND (similarity(folded, ${folded}) < 0.5 OR left(folded, 1) <> left(${folded}, 1)) THEN 0
        ELSE similarity(folded, ${folded}) END) AS score
      FROM name
      WHERE type = ${type} AND ${folded} <> '' AND (folded LIKE ${start} OR folded % ${folded}
        OR (length(${folded}) > 2 AND folded LIKE '% ' || ${start}))
      GROUP BY type, record_id) near
    WHERE score > 0`
}

/**
 * The best names of one record type. What begins as it was typed comes before all else and is a range of an index: only where
 * that is less than what is wanted, the later words of names and similar ones are looked at.
 */
const bestNames = (type: Type, words: string, most: number): Sql => {
  const { folded, start } = typed(words)
  const best = sql`ORDER BY score DESC, weight DESC, record_id LIMIT ${most}`
  return sql`(
    WITH begun AS MATERIALIZED (
      SELECT record_id, max(CASE WHEN folded = ${folded} THEN 4 ELSE 3 END) AS score, max(weight) AS weight
      FROM name WHERE type = ${type} AND ${folded} <> '' AND folded COLLATE "C" LIKE ${start}
      GROUP BY record_id ${best})
    SELECT record_id, score, weight FROM begun WHERE (SELECT count(*) FROM begun) >= ${most}
    UNION ALL
    (SELECT record_id, score, weight FROM (${namesLike(words, type)}) near WHERE (SELECT count(*) FROM begun) < ${most} ${best}))`
}

const byName = async <R>(type: Type, words: string): Promise<R[]> => {
  const rows = await sql`
    SELECT card FROM ${bestNames(type, words, 12)} best JOIN ${identifier(TABLES[type])} ON id = record_id
    ORDER BY score DESC, weight DESC, id`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}

/** So many of the records with the words are compared: the latest. */
const MOST_COMPARED = 2_000

const DATES = { statement: sql`date_latest`, policy: sql`latest_event` } as const

const byWords = async <R>(table: keyof typeof DATES, words: string): Promise<R[]> => {
  const query = sql`(websearch_to_tsquery('record_name', ${words}) || websearch_to_tsquery('record_en', ${words})
    || websearch_to_tsquery('record_es', ${words}))`
  const rows = await sql`
    SELECT card FROM (
      SELECT id, ts_rank_cd(search, ${query}) AS rank FROM (
        SELECT id, search FROM ${identifier(table)} WHERE search @@ ${query} ORDER BY ${DATES[table]} DESC, id LIMIT ${MOST_COMPARED}) latest
      ORDER BY rank DESC, id LIMIT 20) best
    JOIN ${identifier(table)} USING (id) ORDER BY rank DESC, id`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}

/** At most eight names that begin as what was typed so far, or are similar: the best first, and no kind crowds out another. */
export const suggest = async (text: string): Promise<Suggestion[]> => {
  const words = asked(text)
  if (!words) return []
  return sql`
    SELECT name, path, kind FROM (
      SELECT full_name AS name, path, 'place' AS kind, best.* FROM ${bestNames('jurisdictions', words, 5)} best
        JOIN jurisdiction ON id = record_id
      UNION ALL
      SELECT name, path, 'official', best.* FROM ${bestNames('officials', words, 3)} best JOIN official ON id = record_id
      UNION ALL
      SELECT name, path, 'organization', best.* FROM ${bestNames('organizations', words, 3)} best
        JOIN organization ON id = record_id) named
    ORDER BY score DESC, weight DESC, record_id LIMIT 8`.rows<Suggestion>()
}

/** The kinds of names in the order of their best one, so that who was meant stands first. */
export const kindsInOrder = async (text: string): Promise<string[]> => {
  const words = asked(text)
  if (!words) return []
  const best = Object.keys(TABLES).map(
    (type) => sql`SELECT ${type}::text AS type, * FROM ${bestNames(type as Type, words, 1)} best`,
  )
  const rows = await sql`SELECT type FROM (${best.reduce((one, other) => sql`${one} UNION ALL ${other}`)}) best
    ORDER BY score DESC, weight DESC`.rows<{ type: string }>()
  return rows.map(({ type }) => type)
}
