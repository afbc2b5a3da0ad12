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

/** Cleans a search input: at most 200 characters, no control characters. */
const cleanInput = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, 200)

/** Places by name. */
export const searchPlaces = async (text: string): Promise<Jurisdiction[]> => {
  const input = cleanInput(text)
  return input ? byName<Jurisdiction>('jurisdictions', input) : []
}

/** Places by name for the API, each as the JSON of a Place. */
export const placeTexts = async (text: string): Promise<string[]> => {
  const input = cleanInput(text)
  if (!input) return []
  const rows = await sql`
    SELECT jsonb_build_object('id', id, 'path', path, 'name', full_name, 'kind', kind, 'usps', usps, 'geoid', geoid,
      'population', population)::text AS place
    FROM ${bestNames('jurisdictions', input, 12)} best JOIN jurisdiction ON id = record_id
    ORDER BY score DESC, weight DESC, id`.rows<{ place: string }>()
  return rows.map(({ place }) => place)
}

/** Searches names and full text. Exact names come first, then names with this prefix, then similar ones. */
export const search = async (text: string): Promise<SearchResults> => {
  const input = cleanInput(text)
  if (!input) return { places: [], officials: [], organizations: [], statements: [], policies: [] }
  const [places, officials, organizations, statements, policies] = await Promise.all([
    byName<Jurisdiction>('jurisdictions', input),
    byName<Official>('officials', input),
    byName<Organization>('organizations', input),
    byText<Statement>('statement', input),
    byText<Policy>('policy', input),
  ])
  return { places, officials, organizations, statements, policies }
}

/** The input folded like stored names, and as a LIKE pattern for a prefix. */
const namePatterns = (input: string) => {
  const folded = sql`fold(${input})`
  const prefix = sql`(replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`
  return { folded, prefix }
}

/**
 * Matching names, one row per record with its best score: 4 for an exact name, 3 for a prefix of the name, 2 for a
 * prefix of a later word (1.5 for places), less for trigram similarity. Similar places must be close and share the
 * first letter, because there are so many ("garcia" doesn't mean Gary, "mineapolis" means Minneapolis). Officials and
 * organizations are matched more loosely.
 */
const matchingNames = (input: string, type: Type): Sql => {
  const { folded, prefix } = namePatterns(input)
  return sql`
    SELECT type, record_id, score, weight FROM (
      SELECT type, record_id, max(weight) AS weight, max(CASE WHEN folded = ${folded} THEN 4 WHEN folded LIKE ${prefix} THEN 3
        WHEN folded LIKE '% ' || ${prefix} THEN CASE type WHEN 'jurisdictions' THEN 1.5 ELSE 2 END
        WHEN type = 'jurisdictions' AND (similarity(folded, ${folded}) < 0.5 OR left(folded, 1) <> left(${folded}, 1)) THEN 0
        ELSE similarity(folded, ${folded}) END) AS score
      FROM name
      WHERE type = ${type} AND ${folded} <> '' AND (folded LIKE ${prefix} OR folded % ${folded}
        OR (length(${folded}) > 2 AND folded LIKE '% ' || ${prefix}))
      GROUP BY type, record_id) scored
    WHERE score > 0`
}

/**
 * The best names of one record type. Prefix matches rank highest and are a range scan of an index. Later words and
 * similar names are searched only if there are too few prefix matches.
 */
const bestNames = (type: Type, input: string, limit: number): Sql => {
  const { folded, prefix } = namePatterns(input)
  const best = sql`ORDER BY score DESC, weight DESC, record_id LIMIT ${limit}`
  return sql`(
    WITH prefixed AS MATERIALIZED (
      SELECT record_id, max(CASE WHEN folded = ${folded} THEN 4 ELSE 3 END) AS score, max(weight) AS weight
      FROM name WHERE type = ${type} AND ${folded} <> '' AND folded COLLATE "C" LIKE ${prefix}
      GROUP BY record_id ${best})
    SELECT record_id, score, weight FROM prefixed WHERE (SELECT count(*) FROM prefixed) >= ${limit}
    UNION ALL
    (SELECT record_id, score, weight FROM (${matchingNames(input, type)}) matching WHERE (SELECT count(*) FROM prefixed) < ${limit} ${best}))`
}

const byName = async <R>(type: Type, input: string): Promise<R[]> => {
  const rows = await sql`
    SELECT card FROM ${bestNames(type, input, 12)} best JOIN ${identifier(TABLES[type])} ON id = record_id
    ORDER BY score DESC, weight DESC, id`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}

/** At most this many text matches are ranked: the latest. */
const MAX_RANKED = 2_000

const DATES = { statement: sql`date_latest`, policy: sql`latest_event` } as const

const byText = async <R>(table: keyof typeof DATES, input: string): Promise<R[]> => {
  const query = sql`(websearch_to_tsquery('record_name', ${input}) || websearch_to_tsquery('record_en', ${input})
    || websearch_to_tsquery('record_es', ${input}))`
  const rows = await sql`
    SELECT card FROM (
      SELECT id, ts_rank_cd(search, ${query}) AS rank FROM (
        SELECT id, search FROM ${identifier(table)} WHERE search @@ ${query} ORDER BY ${DATES[table]} DESC, id LIMIT ${MAX_RANKED}) latest
      ORDER BY rank DESC, id LIMIT 20) best
    JOIN ${identifier(table)} USING (id) ORDER BY rank DESC, id`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}

/** At most eight completions, best first, with a limit per kind so that no kind crowds out another. */
export const suggest = async (text: string): Promise<Suggestion[]> => {
  const input = cleanInput(text)
  if (!input) return []
  return sql`
    SELECT name, path, kind FROM (
      SELECT full_name AS name, path, 'place' AS kind, best.* FROM ${bestNames('jurisdictions', input, 5)} best
        JOIN jurisdiction ON id = record_id
      UNION ALL
      SELECT name, path, 'official', best.* FROM ${bestNames('officials', input, 3)} best JOIN official ON id = record_id
      UNION ALL
      SELECT name, path, 'organization', best.* FROM ${bestNames('organizations', input, 3)} best
        JOIN organization ON id = record_id) named
    ORDER BY score DESC, weight DESC, record_id LIMIT 8`.rows<Suggestion>()
}

/** The record types with matching names, ordered by their best score. */
export const kindsInOrder = async (text: string): Promise<string[]> => {
  const input = cleanInput(text)
  if (!input) return []
  const best = Object.keys(TABLES).map(
    (type) => sql`SELECT ${type}::text AS type, * FROM ${bestNames(type as Type, input, 1)} best`,
  )
  const rows = await sql`SELECT type FROM (${best.reduce((left, right) => sql`${left} UNION ALL ${right}`)}) best
    ORDER BY score DESC, weight DESC`.rows<{ type: string }>()
  return rows.map(({ type }) => type)
}
