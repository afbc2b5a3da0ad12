import type { Lang } from '@/lib/platform/i18n/locale'
import { identifier, sql } from '@/lib/platform/database/sql'
import type { ImportRow } from '@/lib/platform/imports/queries'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { linksOf } from '@/lib/records/record-links'
import { type PreviewRow, headingOf, previewEntry } from './preview-rows'
import { convertData } from '@/lib/platform/publishing/history-converters'

/** Rows with their entries for display: resolves the names of linked records and previous values. */
export async function previewRows(rows: readonly ImportRow[], lang: Lang): Promise<PreviewRow[]> {
  const entries = rows.flatMap((row) => row.entries)
  const names = await namesOf(entries)
  const versions = entries
    .filter(({ baseVersion }) => baseVersion > 0)
    .map(({ type, id, baseVersion }) => `${type}/${id}@${baseVersion}`)
  const found = await sql`
    SELECT type || '/' || record_id AS key, data FROM revision
    WHERE type || '/' || record_id || '@' || version = ANY(${versions})
      AND record_id = ANY(${entries.map(({ id }) => id)}) AND kind <> 'withdrawn'`.rows<{
    key: string
    data: Record<string, unknown>
  }>()
  const before = new Map(found.map(({ key, data }) => [key, data]))
  return rows.map((row) => ({
    ...row,
    entries: row.entries.map(({ type, id, data }) =>
      previewEntry(
        {
          type: type as RecordTypeName,
          data: data as Record<string, unknown>,
          before: convertData(type, before.get(`${type}/${id}`) ?? null),
          names,
        },
        lang,
      ),
    ),
  }))
}

async function namesOf(entries: ImportRow['entries']): Promise<Map<string, string>> {
  const names = new Map(entries.map(({ id, data }) => [id, headingOf(data as Record<string, unknown>)]))
  const types = new Map<string, Set<string>>()
  for (const { type, id } of entries.flatMap(({ data }) => linksOf(data)))
    if (!names.has(id)) types.set(type, (types.get(type) ?? new Set()).add(id))
  for (const [type, ids] of types) {
    const rows = await sql`
      SELECT id, coalesce(card ->> 'fullName', card ->> 'name', card -> 'title' ->> 'en', card ->> 'title', path) AS name
      FROM ${identifier(RECORD_TYPES[type as RecordTypeName].table)} WHERE id = ANY(${[...ids]})`.rows<{
      id: string
      name: string
    }>()
    for (const row of rows) names.set(row.id, row.name)
  }
  return names
}
