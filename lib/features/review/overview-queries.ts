import { sql } from '@/lib/platform/database/sql'
import { OVERDUE } from '@/lib/platform/publishing/overdue'
import type { RecordTypeName } from '@/lib/records/registry'
import { type WaitingReason, waitingReasons } from './reason-queries'

export type Waiting = {
  id: string
  type: RecordTypeName
  title: string
  state: 'editing' | 'in_review' | 'scheduled'
  by: string | null
  updatedAt: Date
  scheduledFor: Date | null
  scheduledZone: string | null
  failure: string | null
  remarks: number
}

export type Overview = {
  mine: Waiting[]
  mineCount: number
  review: Waiting[]
  reviewCount: number
  scheduled: Waiting[]
  failed: Waiting[]
  overdue: Waiting[]
  reasons: WaitingReason[]
  suggestions: number
  broken: number
}

const MAX_ROWS = 8

/** Work queue of the admin home: the user's own drafts and the drafts of all editors. */
export async function overview(personId: string): Promise<Overview> {
  const draft = sql`
    SELECT d.id, d.type, d.title, d.state, who.name AS by, d.updated_at AS "updatedAt",
      d.scheduled_for AS "scheduledFor", d.scheduled_zone AS "scheduledZone", d.failure,
      (SELECT count(*)::int FROM draft_comment c WHERE c.draft_id = d.id AND c.resolved_at IS NULL) AS remarks
    FROM draft d LEFT JOIN admin_user who ON who.id = d.author_id`
  const [mine, review, scheduled, failed, overdue, reasons, [counts]] = await Promise.all([
    sql`${draft} WHERE d.author_id = ${personId} AND d.state = 'editing' AND d.failure IS NULL
      ORDER BY d.updated_at DESC, d.id LIMIT ${MAX_ROWS}`.rows<Waiting>(),
    sql`${draft} WHERE d.state = 'in_review' ORDER BY d.submitted_at, d.id LIMIT ${MAX_ROWS}`.rows<Waiting>(),
    sql`${draft} WHERE d.state = 'scheduled' ORDER BY d.scheduled_for, d.id LIMIT 20`.rows<Waiting>(),
    sql`${draft} WHERE d.failure IS NOT NULL AND d.state <> 'discarded' ORDER BY d.updated_at DESC LIMIT 20`.rows<Waiting>(),
    sql`${draft} WHERE ${OVERDUE} ORDER BY d.scheduled_for, d.id LIMIT 20`.rows<Waiting>(),
    waitingReasons(),
    sql`
      SELECT (SELECT count(*)::int FROM draft WHERE author_id = ${personId} AND state = 'editing') AS mine,
        (SELECT count(*)::int FROM draft WHERE state = 'in_review') AS review,
        (SELECT count(*)::int FROM submission WHERE state = 'new') AS suggestions,
        (SELECT count(*)::int FROM (
          SELECT DISTINCT ON (source_id) outcome FROM link_check ORDER BY source_id, id DESC
        ) last WHERE outcome IN ('missing', 'unreachable')) AS broken`.rows<{
      mine: number
      review: number
      suggestions: number
      broken: number
    }>(),
  ])
  const { mine: mineCount, review: reviewCount, ...more } = counts!
  return { mine, mineCount, review, reviewCount, scheduled, failed, overdue, reasons, ...more }
}
