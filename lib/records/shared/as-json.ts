import { type Sql, identifier, sql } from '@/lib/platform/database/sql'

// SQL expressions for shared values as JSON, in the shapes of `reference.ts`, `inexact-date.ts` and `citation.ts`.

/** A reference to a record with a name. `of` is its table alias. */
export const refJson = (of: string): Sql =>
  sql`CASE WHEN ${identifier(of)}.id IS NOT NULL THEN
    jsonb_build_object('id', ${identifier(of)}.id, 'path', ${identifier(of)}.path, 'name', ${identifier(of)}.name) END`

/** A reference to a record whose card's heading is its name. `of` is its table alias. */
export const titledJson = (of: string): Sql =>
  sql`jsonb_build_object('id', ${identifier(of)}.id, 'path', ${identifier(of)}.path, 'name', ${identifier(of)}.title ->> 'en')`

export const placeJson = (of: string): Sql =>
  sql`jsonb_build_object('id', ${identifier(of)}.id, 'path', ${identifier(of)}.path, 'name', ${identifier(of)}.full_name,
    'usps', ${identifier(of)}.usps, 'kind', ${identifier(of)}.kind)`

/** A date from its four columns. `which` is the column prefix. */
export const dateJson = (of: string, which: 'date' | 'from' | 'to' = 'date'): Sql => {
  const column = (part: string) => sql`${identifier(of)}.${identifier(`${which}_${part}`)}`
  return sql`CASE WHEN ${column('edtf')} IS NOT NULL THEN jsonb_build_object('edtf', ${column('edtf')},
    'earliest', ${column('earliest')}, 'latest', ${column('latest')}, 'asWritten', ${column('as_written')}) END`
}

/** A query's rows as an ordered JSON array. */
export const listJson = (one: Sql, order: Sql, from: Sql): Sql =>
  sql`(SELECT coalesce(jsonb_agg(${one} ORDER BY ${order}), '[]') FROM ${from})`

/** Citations that match a condition on `c`, with the source fields that a page shows beside them. */
export const citationsJson = (where: Sql): Sql => listJson(CITATION, sql`c.position`, sql`${CITED} WHERE ${where}`)

const CITATION = sql`jsonb_build_object('exact', c.exact, 'prefix', c.prefix, 'suffix', c.suffix, 'locator', c.locator,
  'fidelity', c.fidelity, 'found', c.found, 'note', c.note, 'source', jsonb_build_object(
    'id', cited.id, 'path', cited.path, 'name', cited.title, 'outlet', cited.outlet, 'kind', cited.kind,
    'url', cited.url, 'archiveUrl', cited.archive_url, 'published', ${dateJson('cited')}, 'copyOf', (
      SELECT jsonb_build_object('kind', l.kind, 'source',
        jsonb_build_object('id', o.id, 'path', o.path, 'name', o.title))
      FROM source_lineage l JOIN source o ON o.id = l.original_id
      WHERE l.source_id = cited.id ORDER BY l.original_id LIMIT 1)))`

const CITED = sql`citation c JOIN source cited ON cited.id = c.source_id`

/** The roles of an official without their citations, for display beside a name. */
export const rolesJson = (official: Sql): Sql =>
  listJson(
    sql`jsonb_build_object('title', r.title, 'office', r.office, 'district', r.district, 'party', r.party,
      'organization', ${refJson('body')}, 'jurisdiction', ${placeJson('at')},
      'from', ${dateJson('r', 'from')}, 'to', ${dateJson('r', 'to')})`,
    sql`r.position`,
    sql`role r JOIN jurisdiction at ON at.id = r.jurisdiction_id LEFT JOIN organization body ON body.id = r.organization_id
      WHERE r.official_id = ${official}`,
  )
