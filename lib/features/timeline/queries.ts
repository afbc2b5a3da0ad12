import { boundaryOf } from '@/lib/platform/lists/date-filters'
import { sql } from '@/lib/platform/database/sql'
import { type ListOptions, type Page, readCursor, writeCursor } from '@/lib/platform/lists/read-cards'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'

/** A dated event: a statement, an event of a policy, or a federal action. */
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

/** Everything with a date, latest first. A federal action without events has its own date. */
export const timeline = async ({ after, size = 40 }: ListOptions = {}): Promise<Omit<Page<TimelineEntry>, 'total'>> => {
  const cursor = readCursor(after)
  const day = cursor?.key && isDay(cursor.key) ? cursor.key : 'infinity'
  const id = cursor?.id ?? ''
  const afterCursor = sql`(day < ${day}::date OR (day = ${day}::date AND id > ${id}))`
  const page = sql`ORDER BY day DESC, id LIMIT ${size + 1}`
  const entries = await sql`
    SELECT id, day::text, date, what, status, card FROM (
      (SELECT id, day, card -> 'date' AS date, 'statement' AS what, NULL AS status, card FROM (
        SELECT *, coalesce(date_latest, date_earliest) AS day FROM statement WHERE coalesce(date_latest, date_earliest) <= ${day}::date
      ) dated WHERE ${afterCursor} ${page})
      UNION ALL
      SELECT event.id, day, card -> 'events' -> position -> 'date', 'policy', status, card FROM (
        SELECT * FROM (
          SELECT policy_id || status AS id, policy_id, position, status, coalesce(date_latest, date_earliest) AS day
          FROM policy_event WHERE coalesce(date_latest, date_earliest) <= ${day}::date
        ) dated WHERE ${afterCursor} ${page}
      ) event JOIN policy ON policy.id = policy_id
      UNION ALL
      SELECT * FROM (
        SELECT entry || coalesce(status, '') AS id, coalesce(date ->> 'latest', date ->> 'earliest')::date AS day, date, what, status, card
        FROM ${FEDERAL_ACTIONS} federal_actions) dated
      WHERE day IS NOT NULL AND ${afterCursor}
    ) entries ${page}`.rows<Row>()
  const shown = entries.slice(0, size)
  const last = shown.at(-1)
  const rows = shown.map(({ date, what, status, card }) => ({ date, what, status, record: card }) as TimelineEntry)
  return { rows, next: entries.length > size && last ? writeCursor({ key: last.day, id: last.id }) : null }
}

/** All federal actions and their events. They are few, so they need no index. */
const FEDERAL_ACTIONS = sql`(
  SELECT f.id AS entry, 'federal-action' AS what, event ->> 'status' AS status, event -> 'date' AS date, card
  FROM federal_action f, jsonb_array_elements(card -> 'events') event
  UNION ALL
  SELECT id, 'federal-action', NULL, card -> 'date', card FROM federal_action WHERE NOT EXISTS (
    SELECT FROM jsonb_array_elements(card -> 'events') event WHERE event -> 'date' <> 'null')
)`

const isDay = (text: string): boolean => boundaryOf(text, 'first') === text
