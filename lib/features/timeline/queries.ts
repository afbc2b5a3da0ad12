import { boundaryOf } from '@/lib/platform/lists/date-filters'
import { sql } from '@/lib/platform/database/sql'
import { type ListOptions, type Page, readCursor, writeCursor } from '@/lib/platform/lists/read-cards'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'

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
export const timeline = async ({ after, size = 40 }: ListOptions = {}): Promise<Omit<Page<TimelineEntry>, 'total'>> => {
  const cursor = readCursor(after)
  const day = cursor?.key && isDay(cursor.key) ? cursor.key : 'infinity'
  const id = cursor?.id ?? ''
  const beyond = sql`(day < ${day}::date OR (day = ${day}::date AND id > ${id}))`
  const first = sql`ORDER BY day DESC, id LIMIT ${size + 1}`
  const found = await sql`
    SELECT id, day::text, date, what, status, card FROM (
      (SELECT id, day, card -> 'date' AS date, 'statement' AS what, NULL AS status, card FROM (
        SELECT *, coalesce(date_latest, date_earliest) AS day FROM statement WHERE coalesce(date_latest, date_earliest) <= ${day}::date
      ) dated WHERE ${beyond} ${first})
      UNION ALL
      SELECT event.id, day, card -> 'events' -> position -> 'date', 'policy', status, card FROM (
        SELECT * FROM (
          SELECT policy_id || status AS id, policy_id, position, status, coalesce(date_latest, date_earliest) AS day
          FROM policy_event WHERE coalesce(date_latest, date_earliest) <= ${day}::date
        ) dated WHERE ${beyond} ${first}
      ) event JOIN policy ON policy.id = policy_id
      UNION ALL
      SELECT * FROM (
        SELECT entry || coalesce(status, '') AS id, coalesce(date ->> 'latest', date ->> 'earliest')::date AS day, date, what, status, card
        FROM ${DONE} done) dated
      WHERE day IS NOT NULL AND ${beyond}
    ) entries ${first}`.rows<Row>()
  const page = found.slice(0, size)
  const last = page.at(-1)
  const rows = page.map(({ date, what, status, card }) => ({ date, what, status, record: card }) as TimelineEntry)
  return { rows, next: found.length > size && last ? writeCursor({ key: last.day, id: last.id }) : null }
}

/** What federal agencies did: few, beside what is said. */
const DONE = sql`(
  SELECT f.id AS entry, 'federal-action' AS what, event ->> 'status' AS status, event -> 'date' AS date, card
  FROM federal_action f, jsonb_array_elements(card -> 'events') event
  UNION ALL
  SELECT id, 'federal-action', NULL, card -> 'date', card FROM federal_action WHERE NOT EXISTS (
    SELECT FROM jsonb_array_elements(card -> 'events') event WHERE event -> 'date' <> 'null')
)`

const isDay = (text: string): boolean => boundaryOf(text, 'first') === text
