import { type Sql, identifier, sql } from '@/lib/platform/database/sql'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { JURISDICTION_KIND, type JurisdictionKind } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { readPlaceQuery } from './place-query'
import type { Suggestion } from './suggestion'

export type SearchResults = {
  places: Jurisdiction[]
  /** The number of places whose name is exactly the input; more than `places` holds if there are many. */
  namesakes: number
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
  return input ? placesByName(input) : []
}

/** Places by name for the API, each as the JSON of a Place. */
export const placeTexts = async (text: string): Promise<string[]> => {
  const input = cleanInput(text)
  if (!input) return []
  const rows = await sql`
    SELECT jsonb_build_object('id', id, 'path', path, 'name', full_name, 'kind', kind, 'usps', usps, 'geoid', geoid,
      'population', population)::text AS place
    FROM ${bestPlaces(input, MAX_PLACES)} best JOIN jurisdiction ON id = record_id
    ORDER BY score DESC, weight DESC, full_name, id`.rows<{ place: string }>()
  return rows.map(({ place }) => place)
}

/** Searches names and full text. Exact names come first, then names with this prefix, then similar ones. */
export const search = async (text: string): Promise<SearchResults> => {
  const input = cleanInput(text)
  if (!input) return { places: [], namesakes: 0, officials: [], organizations: [], statements: [], policies: [] }
  const [places, namesakes, officials, organizations, statements, policies] = await Promise.all([
    placesByName(input),
    countNamesakes(input),
    byName<Official>('officials', input),
    byName<Organization>('organizations', input),
    byText<Statement>('statement', input),
    byText<Policy>('policy', input),
  ])
  return { places, namesakes, officials, organizations, statements, policies }
}

/** The number of places that a page of results shows. */
const MAX_PLACES = 12
/** Namesakes are sorted before the page is cut, so that the order does not depend on how they are found. */
const MAX_NAMESAKES = 60

/**
 * The best places for an input. A state that it names comes first. A whole name with its state counts more than a name
 * alone, and a little less where a form of government was left out of the input.
 */
const bestPlaces = (input: string, limit: number): Sql => {
  const { state, readings } = readPlaceQuery(input)
  const [literal, ...others] = readings.map(({ name, usps }, at) => {
    if (at === 0) return sql`SELECT record_id, score, weight FROM ${bestNames('jurisdictions', name, limit)} found`
    const inState = usps ? sql`AND record_id IN (SELECT id FROM jurisdiction WHERE usps = ${usps})` : sql``
    return sql`SELECT record_id, ${usps ? 4.6 : 3.7}::float8 AS score, max(weight) AS weight FROM name
      WHERE type = 'jurisdictions' AND folded = fold(${name}) ${inState} GROUP BY record_id`
  })
  const all = [
    ...(state
      ? [
          sql`SELECT id AS record_id, 10 AS score, 0 AS weight FROM jurisdiction
            WHERE usps = ${state} AND kind IN ('state', 'district', 'territory')`,
        ]
      : []),
    literal!,
    ...others,
  ]
  return sql`(SELECT record_id, score, weight FROM (
      SELECT record_id, max(score) AS score, max(weight) AS weight
      FROM (${all.reduce((left, right) => sql`${left} UNION ALL ${right}`)}) readings GROUP BY record_id) scored
    JOIN jurisdiction ON id = record_id ORDER BY score DESC, weight DESC, full_name, id LIMIT ${limit})`
}

/** The number of places that have exactly this name. */
const countNamesakes = async (input: string): Promise<number> => {
  const [found] = await sql`SELECT count(DISTINCT record_id)::int AS count FROM name
    WHERE type = 'jurisdictions' AND folded = fold(${input})`.rows<{ count: number }>()
  return found!.count
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
  const best = sql`ORDER BY score DESC, weight DESC, record_id`
  return sql`(
    WITH prefixed AS MATERIALIZED (${namesWithPrefix(type, input)} ${best} LIMIT ${Math.max(limit, MAX_NAMESAKES)})
    SELECT record_id, score, weight FROM prefixed WHERE (SELECT count(*) FROM prefixed) >= ${limit}
    UNION ALL
    (SELECT record_id, score, weight FROM (${matchingNames(input, type)}) matching
      WHERE (SELECT count(*) FROM prefixed) < ${limit} ${best} LIMIT ${Math.max(limit, MAX_NAMESAKES)}))`
}

const namesWithPrefix = (type: Type, input: string): Sql => {
  const { folded, prefix } = namePatterns(input)
  return sql`SELECT record_id, max(CASE WHEN folded = ${folded} THEN 4 ELSE 3 END) AS score, max(weight) AS weight
    FROM name WHERE type = ${type} AND ${folded} <> '' AND folded COLLATE "C" LIKE ${prefix} GROUP BY record_id`
}

const placesByName = async (input: string): Promise<Jurisdiction[]> => {
  const rows = await sql`SELECT card FROM ${bestPlaces(input, MAX_PLACES)} best JOIN jurisdiction ON id = record_id
    ORDER BY score DESC, weight DESC, full_name, id`.rows<{ card: Jurisdiction }>()
  return rows.map(({ card }) => card)
}

/** Records of other types by name. */
const byName = async <R>(type: Exclude<Type, 'jurisdictions'>, input: string): Promise<R[]> => {
  const rows = await sql`
    SELECT card FROM ${bestNames(type, input, 12)} best JOIN ${identifier(TABLES[type])} ON id = record_id
    ORDER BY score DESC, weight DESC, id LIMIT 12`.rows<{ card: R }>()
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
export const suggest = async (text: string, lang: Lang = 'en'): Promise<Suggestion[]> => {
  const input = cleanInput(text)
  if (!input) return []
  const rows = await sql`
    SELECT name, path, kind, level, score >= 4 AS exact FROM (
      SELECT full_name AS name, path, 'place' AS kind, jurisdiction.kind AS level, best.*
        FROM ${bestPlaces(input, 5)} best JOIN jurisdiction ON id = record_id
      UNION ALL
      (SELECT name, path, 'official', NULL, best.* FROM ${bestNames('officials', input, 3)} best
        JOIN official ON id = record_id ORDER BY score DESC, weight DESC, name, record_id LIMIT 3)
      UNION ALL
      (SELECT name, path, 'organization', NULL, best.* FROM ${bestNames('organizations', input, 3)} best
        JOIN organization ON id = record_id ORDER BY score DESC, weight DESC, name, record_id LIMIT 3)) named
    ORDER BY score DESC, weight DESC, name, record_id LIMIT 8`.rows<
    Omit<Suggestion, 'about'> & { level: JurisdictionKind | null }
  >()
  return rows.map(({ level, ...one }) => ({ ...one, about: level && JURISDICTION_KIND[level][lang] }))
}

/** The record types with matching names, ordered by their best score. */
export const kindsInOrder = async (text: string): Promise<string[]> => {
  const input = cleanInput(text)
  if (!input) return []
  const best = (Object.keys(TABLES) as Type[]).map((type) => {
    const names = type === 'jurisdictions' ? bestPlaces(input, 1) : bestNames(type, input, 1)
    return sql`SELECT ${type}::text AS type, * FROM ${names} best`
  })
  const rows = await sql`SELECT type FROM (${best.reduce((left, right) => sql`${left} UNION ALL ${right}`)}) best
    ORDER BY score DESC, weight DESC`.rows<{ type: string }>()
  return rows.map(({ type }) => type)
}
