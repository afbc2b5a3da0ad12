import { sql } from '@/lib/platform/database/sql'

export type PersonRow = {
  id: string
  name: string
  email: string
  role: 'contributor' | 'editor' | 'administrator'
  secondFactor: boolean
  since: Date
  lastSeen: Date | null
  deactivatedAt: Date | null
  sessions: number
  /** Until when a link to get in again is open. */
  resetUntil: Date | null
}

const PERSON = sql`SELECT id, name, email, role, two_factor_enabled AS "secondFactor", created_at AS since,
  last_seen_at AS "lastSeen", deactivated_at AS "deactivatedAt",
  (SELECT count(*)::int FROM admin_session WHERE user_id = person.id AND expires_at > now()) AS sessions,
  (SELECT max(expires_at) FROM admin_reset WHERE user_id = person.id AND used_at IS NULL AND revoked_at IS NULL
    AND expires_at > now()) AS "resetUntil"
  FROM admin_user AS person`

/** All accounts by name, active ones first. */
export const people = (): Promise<PersonRow[]> =>
  sql`${PERSON} ORDER BY deactivated_at IS NOT NULL, lower(name), id`.rows<PersonRow>()

export const person = async (id: string): Promise<PersonRow | null> =>
  (await sql`${PERSON} WHERE id = ${id}`.rows<PersonRow>())[0] ?? null

export type EventRow = { what: string; reason: string; at: Date; by: string }

/** The latest 50 administrative decisions about an account, latest first. */
export const eventsOf = (id: string): Promise<EventRow[]> =>
  sql`SELECT what, reason, at, coalesce((SELECT name FROM admin_user WHERE id = by_id), by_id) AS by
    FROM admin_person_event WHERE user_id = ${id} ORDER BY id DESC LIMIT 50`.rows<EventRow>()

export type InvitationRow = { id: string; email: string | null; role: string; expiresAt: Date; by: string }

/** The invitations that can still be used. */
export const openInvitations = (): Promise<InvitationRow[]> =>
  sql`SELECT id, email, role, expires_at AS "expiresAt", coalesce((SELECT name FROM admin_user WHERE id = by_id), by_id) AS by
    FROM admin_invitation WHERE accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
    ORDER BY created_at DESC`.rows<InvitationRow>()
