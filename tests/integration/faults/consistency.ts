import { Prisma, type Transaction } from '@/lib/platform/database/write'
import { dryRun } from '@/lib/platform/publishing/dry-run'
import type { AnyRecordType, RecordBase } from '@/lib/platform/publishing/record-type'
import { sortKeys } from '@/lib/platform/publishing/sorted-json'
import { RECORD_TYPES } from '@/lib/records/registry'
import { verifyHistory } from '@/scripts/verify/history'

const types = Object.values(RECORD_TYPES) as AnyRecordType[]

/** Every inconsistency between the tables of a database, one sentence each. */
export async function inconsistencies(databaseUrl: string): Promise<string[]> {
  const { wrong } = await verifyHistory(databaseUrl)
  const violations = await dryRun(async (tx) => {
    const rows: string[] = []
    for (const [violation, query] of Object.entries(VIOLATIONS))
      for (const { which } of await tx.$queryRawUnsafe<{ which: string }[]>(`${COMMON} ${query}`))
        rows.push(`${violation}: ${which}`)
    for (const type of types) rows.push(...(await staleCards(tx, type)), ...(await wrongReferences(tx, type)))
    return rows
  })
  return [...wrong, ...violations]
}

/** Tables that the queries share: published records, newest revisions, records that are gone, what commands published. */
const COMMON = `WITH shown AS (
    ${types.map(({ name, table }) => `SELECT '${name}' AS type, id, version, path, card FROM "${table}"`).join(' UNION ALL ')}
  ), newest AS (
    SELECT DISTINCT ON (type, record_id) type, record_id AS id, version, kind FROM revision
    ORDER BY type, record_id, version DESC
  ), gone AS (
    SELECT type, id FROM newest WHERE kind = 'withdrawn'
    UNION SELECT type, from_id FROM merge WHERE undone_at IS NULL
  ), said AS (
    SELECT seal, command, published.value AS item FROM change,
      jsonb_array_elements_text(detail -> 'published') published WHERE command = 'drafts.publish'
  ), stepped AS (
    SELECT type, record_id AS id, version, kind, (detail ->> 'batch')::uuid AS batch_id
    FROM revision JOIN change USING (seal) WHERE command = 'imports.step'
  )`

/** Each query finds what violates a rule. */
const VIOLATIONS: Record<string, string> = {
  'a record whose version differs from the history or from its card': `
    SELECT type || '/' || id AS which FROM shown LEFT JOIN newest USING (type, id)
    WHERE newest.version IS DISTINCT FROM shown.version OR (card ->> 'version')::int <> shown.version`,
  'a newest revision without its record': `
    SELECT type || '/' || id AS which FROM newest
    WHERE (type, id) NOT IN (SELECT type, id FROM gone) AND (type, id) NOT IN (SELECT type, id FROM shown)`,
  'a record that was withdrawn or merged and is still there': `
    SELECT type || '/' || id AS which FROM shown WHERE (type, id) IN (SELECT type, id FROM gone)`,
  'versions with a gap': `
    SELECT type || '/' || record_id AS which FROM revision GROUP BY type, record_id
    HAVING min(version) <> 1 OR max(version) <> count(*)`,
  'a reference from or to a missing record': `
    SELECT from_id || ' to ' || to_id AS which FROM reference
    WHERE (from_type, from_id) NOT IN (SELECT type, id FROM shown) OR (to_type, to_id) NOT IN (SELECT type, id FROM shown)`,
  'a name of a missing record': `
    SELECT name AS which FROM name WHERE (type, record_id) NOT IN (SELECT type, id FROM shown)`,
  // An address with an earlier name leads to its record by its id.
  'a redirect that leads nowhere': `
    SELECT from_path AS which FROM redirect
    WHERE to_path NOT IN (SELECT path FROM shown UNION SELECT path FROM tombstone)
      AND NOT EXISTS (SELECT FROM newest WHERE to_path ~ ('^/' || type || '/' || id || '-'))`,
  'a withdrawal without its tombstone, or the reverse': `
    SELECT type || '/' || id AS which FROM (SELECT type, id, version FROM newest WHERE kind = 'withdrawn') withdrawn
    FULL JOIN (SELECT type, record_id AS id, version FROM tombstone) noted USING (type, id, version)
    WHERE withdrawn.type IS NULL OR noted.type IS NULL`,
  'a draft of a version that does not exist yet': `
    SELECT draft.id AS which FROM draft LEFT JOIN newest ON newest.type = draft.type AND newest.id = record_id
    WHERE base_version > coalesce(version, 0)`,
  // The seal of an import's row in the history follows the one of what it published.
  'a revision without its command in the history': `
    SELECT type || '/' || record_id || '@' || version AS which FROM revision JOIN seal ON seal.id = revision.seal
    WHERE seal.id NOT IN (SELECT seal FROM change) AND seal.position + 1 NOT IN
      (SELECT position FROM seal JOIN change ON change.seal = seal.id WHERE command = 'imports.step')`,
  'a publish command whose list differs from its revisions': `
    SELECT coalesce(item, type || '/' || record_id) AS which FROM said
    FULL JOIN (SELECT * FROM revision WHERE seal IN (SELECT seal FROM said)) made
      ON made.seal = said.seal AND item = type || '/' || record_id || '@' || version
    WHERE said.seal IS NULL OR made.seal IS NULL`,
  'a merge without its revisions': `
    SELECT merge.id::text AS which FROM merge, jsonb_to_recordset(changed) AS c (type text, id text, version int)
    WHERE NOT EXISTS (SELECT FROM revision r WHERE r.type = c.type AND r.record_id = c.id AND r.version = c.version)`,
  'a merge without its command in the history, or the reverse': `
    SELECT coalesce(merge.id::text, detail ->> 'merge') AS which FROM merge
    FULL JOIN (SELECT * FROM change WHERE command = 'records.merge') c ON detail ->> 'merge' = merge.id::text
    WHERE merge.id IS NULL OR c.id IS NULL`,
  // Others may have published further versions since.
  'an import row whose state differs from its records': `
    SELECT batch_id || ' row ' || row AS which FROM import_row, jsonb_to_recordset(made) AS c (type text, id text, version int)
    WHERE NOT EXISTS (SELECT FROM stepped s WHERE (s.batch_id, s.type, s.id, s.version) = (import_row.batch_id, c.type, c.id, c.version))
      OR (state = 'reverted') <> EXISTS (SELECT FROM stepped s WHERE s.kind IN ('withdrawn', 'restored')
        AND (s.batch_id, s.type, s.id, s.version) = (import_row.batch_id, c.type, c.id, c.version + 1))`,
  'an import row that was published but says that it was not': `
    SELECT batch_id || ' row ' || row AS which FROM import_row,
      jsonb_to_recordset(entries) AS c (type text, id text, "baseVersion" int)
    WHERE state = 'ready' AND EXISTS (SELECT FROM stepped s
      WHERE (s.batch_id, s.type, s.id, s.version) = (import_row.batch_id, c.type, c.id, c."baseVersion" + 1))`,
}

type Row = { id: string; card: RecordBase; path: string; version: number; publishedAt: Date; updatedAt: Date }

/** Cards and names that differ from what the record's tables give. */
async function staleCards(tx: Transaction, type: AnyRecordType): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<(Row & { names: string[] })[]>(
    `SELECT id, card, path, version, published_at AS "publishedAt", updated_at AS "updatedAt",
      ARRAY(SELECT name FROM name WHERE type = $1 AND record_id = r.id ORDER BY name.id) AS names
    FROM "${type.table}" r`,
    type.name,
  )
  const read = await type.read(
    tx,
    rows.map(({ id }) => id),
  )
  const current = new Map(read.map((fields) => [fields.id, fields]))
  return rows
    .filter(({ id, card, names, ...base }) => {
      const dates = { publishedAt: base.publishedAt.toISOString(), updatedAt: base.updatedAt.toISOString() }
      const record = type.record.parse({ ...current.get(id), ...base, ...dates })
      const recordNames = type.names?.(record).map(({ name }) => name) ?? []
      return JSON.stringify(sortKeys([record, recordNames])) !== JSON.stringify(sortKeys([card, names]))
    })
    .map(({ id }) => `a stale card or name: ${type.name}/${id}`)
}

/** References that differ from those in the record's newest revision. */
async function wrongReferences(tx: Transaction, type: AnyRecordType): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; data: unknown; links: string[] }[]>`
    SELECT r.id, v.data, ARRAY(SELECT to_type || '/' || to_id FROM reference
      WHERE from_type = ${type.name} AND from_id = r.id ORDER BY 1) AS links
    FROM ${Prisma.raw(`"${type.table}"`)} r JOIN revision v ON v.type = ${type.name} AND record_id = r.id
      AND v.version = r.version`
  return rows
    .filter(({ data, links }) => {
      const expected = type.links(type.input.parse(data)).map((link) => `${link.type}/${link.id}`)
      return JSON.stringify([...new Set(expected)].sort()) !== JSON.stringify(links)
    })
    .map(({ id }) => `references that differ from the newest revision: ${type.name}/${id}`)
}
