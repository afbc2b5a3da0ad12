import type { Text } from '@/lib/platform/i18n/locale'
import { OVERDUE } from '@/lib/platform/publishing/overdue'
import { sql } from '@/lib/platform/database/sql'
import type { RecordTypeName } from '@/lib/records/registry'

/** A draft as admin pages show it. */
export type AdminDraft = {
  id: string
  type: RecordTypeName
  recordId: string
  title: string
  state: 'editing' | 'in_review' | 'scheduled' | 'discarded'
  baseVersion: number
  saves: number
  data: Record<string, unknown>
  publishAs: 'published' | 'corrected' | 'restored'
  reason: Text | null
  /** The author of the note. */
  announcedBy: string | null
  authorId: string
  author: string | null
  updatedBy: string | null
  updatedAt: Date
  submittedBy: string | null
  submittedAt: Date | null
  scheduledFor: Date | null
  scheduledZone: string | null
  scheduledBy: string | null
  /** True if it should have been published some minutes ago. */
  overdue: boolean
  failure: string | null
  origin: { version?: number; submission?: string; source?: string } | null
  aside: number
}

export const adminDraft = async (id: string): Promise<AdminDraft | null> => {
  const [row] = await sql`
    SELECT d.id, d.type, d.record_id AS "recordId", d.title, d.state, d.base_version AS "baseVersion", d.saves, d.data,
      d.publish_as AS "publishAs", d.reason, d.author_id AS "authorId", author.name AS author, editor.name AS "updatedBy",
      d.updated_at AS "updatedAt", submitter.name AS "submittedBy", d.submitted_at AS "submittedAt",
      d.scheduled_for AS "scheduledFor", d.scheduled_zone AS "scheduledZone", scheduler.name AS "scheduledBy",
      announcer.name AS "announcedBy", ${OVERDUE} AS overdue,
      d.failure, d.origin,
      (SELECT count(*)::int FROM draft_save s WHERE s.draft_id = d.id AND s.aside) AS aside
    FROM draft d
      LEFT JOIN admin_user author ON author.id = d.author_id
      LEFT JOIN admin_user editor ON editor.id = coalesce(d.updated_by_id, d.author_id)
      LEFT JOIN admin_user submitter ON submitter.id = d.submitted_by_id
      LEFT JOIN admin_user announcer ON announcer.id = d.announced_by_id
      LEFT JOIN admin_user scheduler ON scheduler.id = d.scheduled_by_id
    WHERE d.id = ${id}`.rows<AdminDraft>()
  return row ?? null
}

export type DraftCommentRow = {
  id: string
  field: string | null
  text: string
  by: string | null
  at: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

/** Editors' comments on a draft, open ones first. */
export const commentsOn = (draftId: string): Promise<DraftCommentRow[]> =>
  sql`
    SELECT c.id::text, c.field, c.text, who.name AS by, c.at, c.resolved_at AS "resolvedAt", done.name AS "resolvedBy"
    FROM draft_comment c
      LEFT JOIN admin_user who ON who.id = c.by_id
      LEFT JOIN admin_user done ON done.id = c.resolved_by
    WHERE c.draft_id = ${draftId} ORDER BY c.resolved_at IS NOT NULL, c.id`.rows<DraftCommentRow>()
