import { withConnection } from '@/scripts/postgres/databases'

// A hand-written read model for the reference queries, beside the site's tables: narrow rows with the codes of every filter
// as numbers, a narrow text table, and their indexes.

const holding = `SELECT statement.id, speaker FROM statement, jsonb_array_elements(card -> 'speakers') speaker`
const bodies = `SELECT id, speaker -> 'organization' ->> 'id' AS body FROM (${holding}) h
  UNION SELECT id, speaker -> 'role' -> 'organization' ->> 'id' FROM (${holding}) h`
const cited = `SELECT coalesce(c.statement_id, v.statement_id) AS id, source.kind, source.outlet
  FROM citation c LEFT JOIN statement_variant v ON v.id = c.variant_id JOIN source ON source.id = source_id`
const places = `SELECT statement_id AS id, place.id AS place, usps, CASE WHEN kind IN ('state', 'district', 'territory') THEN 'state'
    WHEN kind IN ('city', 'town', 'township', 'place') THEN 'municipal' WHEN kind = 'tribal_nation' THEN 'tribal' ELSE kind END AS level
  FROM statement_place JOIN jurisdiction place ON place.id = jurisdiction_id`

/** The rows of each facet: a statement and a code. */
const FACETS: Readonly<Record<string, string>> = {
  body: `SELECT b.id, kind FROM (${bodies}) b JOIN organization ON organization.id = body`,
  organization: bodies,
  official: `SELECT statement_id, official_id FROM statement_speaker`,
  party: `SELECT id, speaker -> 'role' ->> 'party' FROM (${holding}) h`,
  place: `SELECT id, place FROM (${places}) p UNION SELECT statement_id, jurisdiction_id
    FROM statement_speaker JOIN organization_service USING (organization_id)`,
  state: `SELECT id, usps FROM (${places}) p`,
  level: `SELECT id, level FROM (${places}) p`,
  topic: `SELECT id, unnest(topics) FROM statement`,
  position: `SELECT statement_id, position FROM statement_position`,
  stance: `SELECT statement_id, value FROM stance_statement JOIN stance ON stance.id = stance_id`,
  answers: `SELECT statement_id, federal_action_id FROM statement_answer`,
  fidelity: `SELECT v.statement_id, fidelity FROM statement_variant v JOIN citation ON variant_id = v.id WHERE preferred`,
  source_kind: `SELECT id, kind FROM (${cited}) c WHERE id IS NOT NULL`,
  outlet: `SELECT id, outlet FROM (${cited}) c WHERE id IS NOT NULL`,
}

const MADE = [
  `CREATE SCHEMA reference`,
  `CREATE UNLOGGED TABLE reference.tagged AS ${Object.entries(FACETS)
    .map(
      ([facet, rows]) =>
        `SELECT '${facet}'::text AS facet, id, code FROM (${rows}) of (id, code) WHERE code IS NOT NULL`,
    )
    .join(' UNION ALL ')}`,
  `CREATE TABLE reference.code AS SELECT row_number() OVER ()::int AS number, facet, code
   FROM (SELECT DISTINCT facet, code FROM reference.tagged) d`,
  `CREATE TABLE reference.listed AS SELECT statement.id, date_latest, represents, tags FROM statement JOIN (
     SELECT id, array_agg(DISTINCT number) AS tags FROM reference.tagged JOIN reference.code USING (facet, code) GROUP BY id
   ) t USING (id)`,
  `DROP TABLE reference.tagged`,
  `CREATE UNIQUE INDEX ON reference.code (facet, code)`,
  `CREATE UNIQUE INDEX ON reference.listed (id)`,
  `CREATE INDEX ON reference.listed (date_latest DESC NULLS LAST, id)`,
  `CREATE INDEX ON reference.listed USING gin (tags) WITH (fastupdate = off)`,
  `CREATE TABLE reference.text AS SELECT id, published_at, search FROM statement`,
  `CREATE INDEX ON reference.text USING gin (search) WITH (fastupdate = off)`,
  `CREATE INDEX ON reference.text (published_at DESC)`,
  `ANALYZE reference.code`,
  `VACUUM ANALYZE reference.listed`,
  `VACUUM ANALYZE reference.text`,
]

/** Creates the read model if it does not exist. */
export const makeReference = (url: string): Promise<void> =>
  withConnection(url, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_indexes WHERE tablename = 'text' AND schemaname = 'reference' AND indexdef LIKE '%published_at%'`,
    )
    if (rowCount) return
    await client.query('DROP SCHEMA IF EXISTS reference CASCADE')
    await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`)
    for (const statement of MADE) await client.query(statement)
  })
