import { type Actor, type Role, SYSTEM } from '@/lib/platform/commands/permissions'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { openLog } from '@/lib/platform/logging/log'
import { failScheduled } from '@/lib/platform/publishing/fail-scheduled'
import { settings } from '@/lib/platform/settings/settings'
import { publishDrafts } from '@/lib/features/editing/commands'

type Due = { at: Date; byId: string; role: Role | null; draftIds: string[] }

/**
 * Publishes due drafts: exactly what was approved, with the current permissions of the person who scheduled them. Drafts
 * that were scheduled together are published together, or go back to their authors with the reason. A group that fails
 * stops no other. Groups that wait because the database is overloaded stay, and the next run tries them again.
 */
export async function publishScheduled(): Promise<void> {
  const due = await sql`
    SELECT scheduled_for AS at, scheduled_by_id AS "byId", array_agg(draft.id ORDER BY draft.id) AS "draftIds",
      (SELECT role FROM admin_user WHERE id = scheduled_by_id AND deactivated_at IS NULL) AS role
    FROM draft WHERE state = 'scheduled' AND scheduled_for <= now()
    GROUP BY scheduled_for, scheduled_by_id, scheduled_with
    ORDER BY scheduled_for, scheduled_by_id, scheduled_with`.rows<Due>()
  let unavailable: unknown
  for (const group of due)
    try {
      await publishGroup(group)
    } catch (error) {
      unavailable ??= error
    }
  if (unavailable) throw unavailable
}

/** @throws only if the group can't be published now, nor be returned. */
async function publishGroup({ at, byId, role, draftIds }: Due): Promise<void> {
  const scheduledFor = at.toISOString()
  try {
    const actor: Actor | null = role && { id: byId, role }
    await publishDrafts(actor, { draftIds, scheduledFor })
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error
    await failScheduled(SYSTEM, { draftIds, scheduledFor, byId, failure: reasonOf(error) })
  }
}

/** The reasons why the drafts went back: sentences or message keys, one on each line. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Invalid)
    return [
      error.message,
      ...Object.entries(error.issues).flatMap(([field, messages]) => messages.map((one) => `${field}: ${one}`)),
    ]
      .join('\n')
      .slice(0, 5_000)
  if (error instanceof Forbidden)
    return error.permission === 'record:publish-own' ? 'review.secondMissing' : 'publishing.schedulerMayNot'
  if (error instanceof NotFound || error instanceof Conflict) return error.message
  openLog(settings().logLevel).error({ err: error }, 'scheduled drafts were not published')
  return 'review.failedUnknown'
}
