import { type Actor, type Role, SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { failScheduled } from '@/lib/platform/publishing/fail-scheduled'
import { publishDrafts } from '@/lib/features/editing/commands'

type Due = { at: Date; byId: string; role: Role | null; draftIds: string[] }

/**
 * Publishes due drafts. Drafts that one person scheduled for the same time are published together, with that person's
 * current permissions. On failure the whole batch returns to its editors with the reason.
 */
export async function publishScheduled(): Promise<void> {
  const due = await sql`
    SELECT scheduled_for AS at, scheduled_by_id AS "byId", array_agg(draft.id ORDER BY draft.id) AS "draftIds",
      (SELECT role FROM admin_user WHERE id = scheduled_by_id AND deactivated_at IS NULL) AS role
    FROM draft WHERE state = 'scheduled' AND scheduled_for <= now()
    GROUP BY 1, 2 ORDER BY 1, 2`.rows<Due>()
  for (const { at, byId, role, draftIds } of due) {
    const scheduledFor = at.toISOString()
    try {
      const actor: Actor | null = role && { id: byId, role }
      await publishDrafts(actor, { draftIds, scheduledFor })
    } catch (error) {
      const failure = reasonOf(error)
      // Unexpected errors are not the draft's fault; the next run retries.
      if (!failure) throw error
      await failScheduled(SYSTEM, { draftIds, scheduledFor, byId, failure })
    }
  }
}

const reasonOf = (error: unknown): string | null => {
  if (error instanceof Invalid)
    return [
      error.message,
      ...Object.entries(error.issues).flatMap(([field, messages]) => messages.map((one) => `${field}: ${one}`)),
    ]
      .join('\n')
      .slice(0, 5_000)
  if (error instanceof Forbidden) return 'publishing.schedulerMayNot'
  return error instanceof NotFound || error instanceof Conflict ? error.message : null
}
