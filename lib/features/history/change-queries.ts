import { type Sql, and, sql } from '@/lib/platform/database/sql'
import type { RecordTypeName } from '@/lib/records/registry'
import { type ChangeLine, groupChanges } from './describe-change'

export type ChangeFilters = { by: string; command: string; type: RecordTypeName | ''; day: string; before: string }

/** Changes per page, before consecutive saves of a draft by one person are grouped. */
const PAGE_LINES = 50

/** A page of the change log, newest first, and the id where the next page begins. */
export async function changes(
  { by, command, type, day, before }: ChangeFilters,
  zone: string,
): Promise<{ lines: (ChangeLine & { times: number })[]; next: string | null }> {
  const conditions: Sql[] = [sql`true`]
  if (by) conditions.push(sql`c.by_id = ${by}`)
  if (command) conditions.push(sql`c.command = ${command}`)
  if (type) conditions.push(sql`c.detail::text ~ ${`"${type}[-/][0-9a-z]{10}`}`)
  if (day)
    conditions.push(sql`c.at >= (${day}::date::timestamp AT TIME ZONE ${zone})
    AND c.at < ((${day}::date + 1)::timestamp AT TIME ZONE ${zone})`)
  if (before) conditions.push(sql`c.id < ${before}::bigint`)
  const rows = await sql`
    SELECT c.id::text, c.at, c.command, c.by_id AS "byId", person.name AS by, c.detail
    FROM change c LEFT JOIN admin_user person ON person.id = c.by_id
    WHERE ${and(conditions)} ORDER BY c.id DESC LIMIT ${PAGE_LINES + 1}`.rows<ChangeLine>()
  const lines = rows.slice(0, PAGE_LINES)
  return { lines: groupChanges(lines), next: rows.length > PAGE_LINES ? lines.at(-1)!.id : null }
}
