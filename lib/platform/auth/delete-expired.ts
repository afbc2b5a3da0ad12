import { accountStore } from '@/lib/platform/database/write'

/** So long the address stays with an invitation that nobody took. */
const INVITATION_DAYS = 30

/** Takes away what is kept of people and is of no use any more: asked whenever somebody signs in. */
export async function deleteExpired(now = new Date()): Promise<void> {
  const store = accountStore()
  const over = { expiresAt: { lt: now } }
  await store.session.deleteMany({ where: over })
  await store.verification.deleteMany({ where: over })
  const long = { lt: new Date(now.getTime() - INVITATION_DAYS * 24 * 60 * 60_000) }
  await store.invitation.updateMany({
    where: { acceptedAt: null, expiresAt: long, email: { not: null } },
    data: { email: null },
  })
}
