import { accountStore } from '@/lib/platform/database/write'
import { sql } from '@/lib/platform/database/read'
import { SESSION_DAYS } from './auth'

export type SessionRow = { id: string; userAgent: string; since: Date; used: Date }

/** Where somebody is signed in, the latest first. */
export const sessionsOf = (userId: string): Promise<SessionRow[]> =>
  sql`SELECT id, coalesce(user_agent, '') AS "userAgent", created_at AS since, updated_at AS used FROM desk_session
    WHERE user_id = ${userId} AND expires_at > now() ORDER BY updated_at DESC, id`.rows<SessionRow>()

const AFTER = 10 * 60_000

/** A session that is used goes on: it ends so many days after its last use. Written at most every ten minutes. */
export async function goOn({ id, userId, updatedAt }: { id: string; userId: string; updatedAt: Date }): Promise<void> {
  if (Date.now() - updatedAt.getTime() < AFTER) return
  const now = new Date()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60_000)
  await accountStore().session.updateMany({ where: { id }, data: { updatedAt: now, expiresAt } })
  await accountStore().user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } })
}
