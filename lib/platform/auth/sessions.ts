import { accountStore } from '@/lib/platform/database/write'
import { sql } from '@/lib/platform/database/sql'
import { MAX_SESSION_DAYS, SESSION_DAYS } from './auth'

export type SessionRow = { id: string; userAgent: string; since: Date; used: Date }

/** A person's sessions, the latest used first. */
export const sessionsOf = (userId: string): Promise<SessionRow[]> =>
  sql`SELECT id, coalesce(user_agent, '') AS "userAgent", created_at AS since, updated_at AS used FROM admin_session
    WHERE user_id = ${userId} AND expires_at > now() ORDER BY updated_at DESC, id`.rows<SessionRow>()

const WRITE_INTERVAL_MS = 10 * 60_000

const DAY = 24 * 60 * 60_000

type Session = { id: string; userId: string; createdAt: Date; updatedAt: Date }

/** Extends a session in use, up to its maximum age. Writes at most every ten minutes. */
export async function extendSession({ id, userId, createdAt, updatedAt }: Session): Promise<void> {
  if (Date.now() - updatedAt.getTime() < WRITE_INTERVAL_MS) return
  const now = new Date()
  const ends = Math.min(now.getTime() + SESSION_DAYS * DAY, createdAt.getTime() + MAX_SESSION_DAYS * DAY)
  await accountStore().session.updateMany({ where: { id }, data: { updatedAt: now, expiresAt: new Date(ends) } })
  await accountStore().user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } })
}
