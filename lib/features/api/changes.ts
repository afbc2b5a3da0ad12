import type { Issue } from '@/lib/platform/lists/filter'
import { sql } from '@/lib/platform/database/sql'
import type { Change } from './schemas'
import { localizedText } from '@/lib/platform/i18n/translate'

type Since = { since: string; issues: Issue[] }

/** Parses `?since=2026-11-22` or a UTC timestamp; defaults to the beginning. */
export const readSince = (params: URLSearchParams): Since => {
  const given = params.get('since')
  if (given === null) return { since: new Date(0).toISOString(), issues: [] }
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/.test(given) ? Date.parse(given) : NaN
  if (!Number.isNaN(time)) return { since: new Date(time).toISOString(), issues: [] }
  const message = localizedText('issue.time')
  return { since: new Date(0).toISOString(), issues: [{ param: 'since', value: given.slice(0, 200), message }] }
}

type Key = [at: string, type: string, id: string, version: number]

export const readKey = (after: string | undefined): Key | null => {
  try {
    const key = JSON.parse(Buffer.from(after ?? '', 'base64url').toString()) as unknown[]
    const [at, type, id, version] = key
    const fits = [at, type, id].every((one) => typeof one === 'string' && !one.includes('\0'))
    return fits && !Number.isNaN(Date.parse(at as string)) && Number.isInteger(version) ? (key as Key) : null
  } catch {
    return null
  }
}

/** Versions in publication order since a time, each as the JSON of a Change. */
export const changesSince = async (since: string, after: string | undefined, size: number) => {
  const key = readKey(after)
  const from = key
    ? sql`(at, type, record_id, version) > (${key[0]}::timestamptz, ${key[1]}, ${key[2]}, ${key[3]}::int)`
    : sql`at >= ${since}::timestamptz`
  const found = await sql`
    SELECT jsonb_build_object('type', type, 'id', record_id, 'version', version, 'kind', kind, 'reason', reason,
      'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'path', card ->> 'path')::text AS change
    FROM revision WHERE ${from} ORDER BY at, type, record_id, version LIMIT ${size + 1}`.rows<{ change: string }>({
    prepared: true,
  })
  const rows = found.slice(0, size).map(({ change }) => change)
  const next = found.length > size ? keyOf(JSON.parse(rows.at(-1)!) as Change) : null
  return { rows, next: next && Buffer.from(JSON.stringify(next)).toString('base64url') }
}

const keyOf = ({ at, type, id, version }: Change): Key => [at, type, id, version]

/** All versions of a record, newest first; empty if the record never existed. */
export const versionsOf = async (type: string, id: string) => {
  const rows = await sql`
    SELECT version, kind, reason, at FROM revision WHERE type = ${type} AND record_id = ${id}
    ORDER BY version DESC`.rows<{ version: number; kind: string; reason: unknown; at: Date }>()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
