import type { Text } from '@/lib/platform/i18n/locale'
import { identifier, sql } from '@/lib/platform/database/sql'
import { convertData } from '@/lib/platform/publishing/history-converters'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

export type Version = {
  version: number
  kind: 'published' | 'corrected' | 'restored' | 'merged' | 'withdrawn'
  reason: Text | null
  by: string | null
  at: Date
}

export type Save = { id: string; save: number; aside: boolean; by: string | null; at: Date }

export type History = {
  type: RecordTypeName
  recordId: string
  title: string
  /** The public path; null if the record is not published. */
  path: string | null
  versions: Version[]
  draft: { id: string; title: string; state: string; saves: number; updatedAt: Date; by: string | null } | null
  saves: Save[]
  /** The path of the record that this one was merged into. */
  mergedInto: string | null
  /** The number of published records that link to it. */
  namedBy: number
}

/** The history of a record, newest first; null if it never existed. */
export async function historyOf(type: RecordTypeName, recordId: string): Promise<History | null> {
  const { table, titleSql: title } = RECORD_TYPES[type]
  const draftId = `${type}-${recordId}`
  const [versions, [live], [draft], saves, [merged], [named]] = await Promise.all([
    sql`
      SELECT v.version, v.kind, v.reason, person.name AS by, v.at FROM revision v LEFT JOIN admin_user person ON person.id = v.by_id
      WHERE v.type = ${type} AND v.record_id = ${recordId} ORDER BY v.version DESC`.rows<Version>(),
    sql`SELECT ${title} AS title, r.path FROM ${identifier(table)} r WHERE r.id = ${recordId}`.rows<{
      title: string
      path: string
    }>(),
    sql`
      SELECT d.id, d.title, d.state, d.saves, d.updated_at AS "updatedAt", person.name AS by
      FROM draft d LEFT JOIN admin_user person ON person.id = coalesce(d.updated_by_id, d.author_id)
      WHERE d.id = ${draftId}`.rows<NonNullable<History['draft']>>(),
    sql`
      SELECT s.id::text, s.save, s.aside, person.name AS by, s.at FROM draft_save s LEFT JOIN admin_user person ON person.id = s.by_id
      WHERE s.draft_id = ${draftId} ORDER BY s.id DESC`.rows<Save>(),
    sql`SELECT to_path AS path FROM redirect WHERE from_path = ${`/${type}/${recordId}`}`.rows<{ path: string }>(),
    sql`SELECT count(*)::int AS n FROM reference WHERE to_type = ${type} AND to_id = ${recordId}`.rows<{ n: number }>(),
  ])
  if (!versions.length && !draft) return null
  return {
    type,
    recordId,
    title: draft?.title || live?.title || (await lastTitle(type, recordId)) || recordId,
    path: live?.path ?? null,
    versions,
    draft: draft ?? null,
    saves,
    mergedInto: live ? null : (merged?.path ?? null),
    namedBy: named!.n,
  }
}

const lastTitle = async (type: RecordTypeName, recordId: string): Promise<string> => {
  const [last] = await sql`
    SELECT coalesce(data ->> 'fullName', data ->> 'name', data ->> 'words', data #>> '{title,en}', data ->> 'title',
      data #>> '{summary,en}') AS title
    FROM revision WHERE type = ${type} AND record_id = ${recordId} ORDER BY version DESC LIMIT 1`.rows<{
    title: string | null
  }>()
  return last?.title ?? ''
}

/** One side of a comparison: a version, the draft, or one of the draft's saves. */
export type Side = { kind: 'version'; version: number } | { kind: 'draft' } | { kind: 'save'; id: string }

export const readSide = (text: string): Side | null => {
  if (text === 'draft') return { kind: 'draft' }
  if (/^[1-9]\d{0,5}$/.test(text)) return { kind: 'version', version: Number(text) }
  const save = /^save-(\d{1,18})$/.exec(text)
  return save ? { kind: 'save', id: save[1]! } : null
}

/** The data of one side; null if it does not exist. */
export async function dataOfVersion(type: RecordTypeName, recordId: string, side: Side): Promise<unknown> {
  const draftId = `${type}-${recordId}`
  const [row] = await (
    side.kind === 'version'
      ? sql`SELECT data FROM revision WHERE type = ${type} AND record_id = ${recordId} AND version = ${side.version}`
      : side.kind === 'draft'
        ? sql`SELECT data FROM draft WHERE id = ${draftId}`
        : sql`SELECT data FROM draft_save WHERE draft_id = ${draftId} AND id = ${side.id}::bigint`
  ).rows<{ data: unknown }>()
  const data = row?.data ?? null
  return side.kind === 'version' ? convertData(type, data) : data
}
