import { identifier, sql } from '@/lib/platform/database/sql'
import { RECORD_TYPES } from '@/lib/records/registry'
import type { LinkOutcome } from '@/lib/vocabularies/link-outcomes'

/** A source in the admin area, published or draft. */
export type AdminSource = {
  id: string
  title: string
  url: string | null
  outlet: string | null
  /** EDTF date. */
  published: string | null
  archiveUrl: string | null
  /** Public page; null for drafts. */
  path: string | null
  draftId: string | null
  captures: { sha256: string; capturedOn: string | null; held: boolean; method: 'fetched' | 'pasted' | null }[]
}

type SourceData = {
  title?: unknown
  url?: unknown
  outlet?: unknown
  archiveUrl?: unknown
  published?: unknown
  captures?: unknown
}

export async function adminSource(id: string): Promise<AdminSource | null> {
  const [found] = await sql`
    SELECT (SELECT path FROM source WHERE id = ${id}) AS path, draft.id AS "draftId",
      coalesce(draft.data, (SELECT card FROM source WHERE id = ${id})) AS data
    FROM (SELECT 1) one LEFT JOIN draft ON type = 'sources' AND record_id = ${id} AND state <> 'discarded'`.rows<{
    path: string | null
    draftId: string | null
    data: SourceData | null
  }>()
  if (!found?.data) return null
  const { data, path, draftId } = found
  const captures = capturesOf(data.captures)
  const hashes = captures.map(({ sha256 }) => sha256)
  const texts = hashes.length
    ? await sql`SELECT sha256, method FROM captured_text WHERE sha256 = ANY(${hashes})`.rows<{
        sha256: string
        method: 'fetched' | 'pasted'
      }>()
    : []
  const textOf = (value: unknown) => (typeof value === 'string' && value ? value : null)
  return {
    id,
    path,
    draftId,
    title: textOf(data.title) ?? '',
    url: textOf(data.url),
    outlet: textOf(data.outlet),
    archiveUrl: textOf(data.archiveUrl),
    published: textOf((data.published as { edtf?: unknown } | null)?.edtf),
    captures: captures.map(({ sha256, capturedOn }) => {
      const text = texts.find((one) => one.sha256 === sha256)
      return { sha256, capturedOn: textOf(capturedOn), held: Boolean(text), method: text?.method ?? null }
    }),
  }
}

const capturesOf = (value: unknown): { sha256: string; capturedOn?: unknown }[] =>
  (Array.isArray(value) ? value : []).filter((one) => typeof one?.sha256 === 'string')

export type LinkLook = {
  at: Date
  outcome: LinkOutcome
  status: number | null
  finalUrl: string | null
  note: string | null
}

export const linkHistory = (sourceId: string): Promise<LinkLook[]> =>
  sql`SELECT at, outcome, status, final_url AS "finalUrl", note FROM link_check WHERE source_id = ${sourceId}
    ORDER BY id DESC LIMIT 20`.rows<LinkLook>()

export type ArchiveLook = {
  id: string
  state: 'waiting' | 'sent' | 'archived' | 'failed'
  attempts: number
  archiveUrl: string | null
  error: string | null
  nextAt: Date | null
  updatedAt: Date
}

export const archiveHistory = (sourceId: string): Promise<ArchiveLook[]> =>
  sql`SELECT id, state, attempts, archive_url AS "archiveUrl", error, next_at AS "nextAt", updated_at AS "updatedAt"
    FROM archive_request WHERE source_id = ${sourceId} ORDER BY created_at DESC LIMIT 10`.rows<ArchiveLook>()

export type Entry = { type: string; id: string; title: string; path: string }

const TITLED = Object.values(RECORD_TYPES)
  .map(
    ({ name, table, titleSql: title }) =>
      sql`SELECT ${name}::text AS type, r.id, r.path, ${title} AS title FROM ${identifier(table)} r`,
  )
  .reduce((left, right) => sql`${left} UNION ALL ${right}`)

/** Published entries that reference the source. */
export const entriesOf = (sourceId: string): Promise<Entry[]> =>
  sql`SELECT entry.* FROM reference JOIN (${TITLED}) entry ON entry.type = from_type AND entry.id = from_id
    WHERE to_type = 'sources' AND to_id = ${sourceId} ORDER BY entry.type, entry.title, entry.id LIMIT 200`.rows<Entry>()

export type LostQuote = Entry & { exact: string; at: Date }

/** Quotes whose latest check failed. */
export const lostQuotes = (sourceId: string): Promise<LostQuote[]> =>
  sql`SELECT entry.*, exact, at FROM (
      SELECT DISTINCT ON (q.type, q.record_id, exact) q.type, record_id, exact, found, at FROM quote_check q
      WHERE source_id = ${sourceId} ORDER BY q.type, q.record_id, exact, q.id DESC) last
    JOIN (${TITLED}) entry ON entry.type = last.type AND entry.id = record_id
    WHERE NOT found ORDER BY entry.type, entry.title, exact`.rows<LostQuote>()
