import { accountStore } from '@/lib/platform/database/write'

/** The retention of the e-mail address of an expired, unused invitation. */
const INVITATION_DAYS = 30

/** Deletes personal data that is no longer needed. Runs at every sign-in. */
export async function deleteExpired(now = new Date()): Promise<void> {
  const store = accountStore()
  const expired = { expiresAt: { lt: now } }
  await store.session.deleteMany({ where: expired })
  await store.verification.deleteMany({ where: expired })
  const longExpired = { lt: new Date(now.getTime() - INVITATION_DAYS * 24 * 60 * 60_000) }
  await store.invitation.updateMany({
    where: { acceptedAt: null, expiresAt: longExpired, email: { not: null } },
    data: { email: null },
  })
}
