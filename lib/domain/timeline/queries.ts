import { sql } from '@/lib/platform/database/read'
import { type ListOptions, type Page, readCursor, writeCursor } from '@/lib/platform/records/read'
import type { InexactDate } from '../dates'
import type { FederalAction } from '../federal-actions/definition'
import type { Policy } from '../policies/definition'
import type { Statement } from '../statements/definition'

/** Something dated: what a federal agency did, what a body did, what somebody said. */
export type TimelineEntry = { date: InexactDate } & (
  | { what: 'statement'; record: Statement }
  | { what: 'policy'; record: Policy; status: Policy['events'][number]['status'] }
  | { what: 'federal-action'; record: FederalAction; status: FederalAction['events'][number]['status'] | null }
)

type Row = {
  id: string
  day: string
  date: InexactDate
  what: TimelineEntry['what']
  status: string | null
  card: unknown
}

/** Everything with a date, latest first; what has none is left out. A federal action without events stands by its own date. */
export const timeline = async ({ after, size = 40 }: ListOptions = {}): Promise<Page<TimelineEntry>> => {
  const cursor = readCursor(after)
  const dated = sql`(
    SELECT id AS entry, 'statement' AS what, NULL AS status, card -> 'date' AS date, card FROM statement
    UNION ALL
    SELECT p.id, 'policy', event ->> 'status', event -> 'date', card FROM policy p, jsonb_array_elements(card -> 'events') event
    UNION ALL
    SELECT f.id, 'federal-action', event ->> 'status', event -> 'date', card FROM federal_action f,
      jsonb_array_elements(card -> 'events') event
    UNION ALL
    SELECT id, 'federal-action', NULL, card -> 'date', card FROM federal_action WHERE NOT EXISTS (
      SELECT FROM jsonb_array_elements(card -> 'events') event WHERE event -> 'date' <> 'null')
  )`
  const entries = sql`(
    SELECT *, entry || coalesce(status, '') AS id, coalesce(date ->> 'latest', date ->> 'earliest') AS day
    FROM ${dated} dated WHERE coalesce(date ->> 'latest', date ->> 'earliest') IS NOT NULL)`
  const beyond = cursor ? sql`day < ${cursor.key} OR (day = ${cursor.key} AND id > ${cursor.id})` : sql`true`
  const [found, counted] = await Promise.all([
    sql`SELECT id, day, date, what, status, card FROM ${entries} entries WHERE ${beyond}
      ORDER BY day DESC, id LIMIT ${size + 1}`.rows<Row>(),
    sql`SELECT count(*)::int AS total FROM ${entries} entries`.rows<{ total: number }>(),
  ])
  const page = found.slice(0, size)
  const last = page.at(-1)
  const rows = page.map(({ date, what, status, card }) => ({ date, what, status, record: card }) as TimelineEntry)
  return {
    rows,
    total: counted[0]!.total,
    next: found.length > size && last ? writeCursor({ key: last.day, id: last.id }) : null,
  }
}
