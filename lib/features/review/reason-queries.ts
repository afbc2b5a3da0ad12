import type { Text } from '@/lib/platform/i18n/locale'
import { type Sql, sql } from '@/lib/platform/database/sql'
import type { ReasonKind } from '@/lib/platform/publishing/waiting-reason'
import type { RecordTypeName } from '@/lib/records/registry'

/** A public reason that waits for a second person. */
export type WaitingReason = {
  id: string
  type: RecordTypeName
  recordId: string
  title: string
  kind: ReasonKind
  reason: Text
  save: number
  byId: string
  by: string | null
  at: Date
}

// A reason waits as long as its record has no later version: a record that was published again needs none.
const WAITING = sql`
  SELECT w.id::text, w.type, w.record_id AS "recordId", w.kind, w.reason, w.saves AS save, w.by_id AS "byId",
    who.name AS by, w.at, coalesce(v.data ->> 'fullName', v.data ->> 'name', v.data ->> 'words', v.data #>> '{title,en}',
      v.data ->> 'title', v.data #>> '{summary,en}', w.record_id) AS title
  FROM waiting_reason w
    JOIN revision v ON v.type = w.type AND v.record_id = w.record_id AND v.version = w.version AND v.kind = w.kind
    LEFT JOIN admin_user who ON who.id = w.by_id
  WHERE w.approved_at IS NULL AND NOT EXISTS (
    SELECT FROM revision later WHERE later.type = w.type AND later.record_id = w.record_id AND later.version > w.version)`

const list = (more: Sql): Promise<WaitingReason[]> => sql`${WAITING} ${more} ORDER BY w.at, w.id LIMIT 20`.rows()

export const waitingReasons = (): Promise<WaitingReason[]> => list(sql``)

export const waitingReasonOf = async (type: string, recordId: string): Promise<WaitingReason | null> =>
  (await list(sql`AND w.type = ${type} AND w.record_id = ${recordId}`))[0] ?? null
