import { cookies, headers } from 'next/headers'
import { COOKIE_MAX_AGE, cookieAttributes, cookieName } from '@/lib/platform/auth/auth'
import { trustedDeviceToken, trustedDeviceIn } from '@/lib/platform/auth/trusted-device'
import { beginAttempt } from '@/lib/platform/auth/sign-in-attempt'
import { endSession, recordSignIn } from '@/lib/platform/auth/own-account'
import { challengedPerson } from '@/lib/platform/auth/second-factor'
import { clientKey } from '@/lib/platform/http/client-address'
import type { Actor } from '@/lib/platform/commands/permissions'
import type { Session } from '../session'

/** Counts this client's attempt. `account` is the typed address, whether it exists or not. */
export async function beginSignInAttempt(step: 'password' | 'code', account: string, proof?: string) {
  const device = trustedDeviceIn((await cookies()).get(cookieName('device'))?.value, account)
  return beginAttempt({ what: step, account, device, caller: clientKey({ headers: await headers() }) }, proof)
}

type SignInMethod = 'password' | 'code' | 'recovery' | 'link'
type SignedInUser = { id: string; email: string; role?: unknown }

/** Marks the browser as a trusted device and records the sign-in. */
export async function completeSignIn({ id, email, role }: SignedInUser, method: SignInMethod): Promise<void> {
  const options = { ...cookieAttributes(), maxAge: COOKIE_MAX_AGE }
  const jar = await cookies()
  if (!trustedDeviceIn(jar.get(cookieName('device'))?.value, email))
    jar.set(cookieName('device'), trustedDeviceToken(email), options)
  await recordSignIn({ id, role: role as Actor['role'] }, { with: method })
}

/** Ends the browser's previous session, so that a sign-in never continues it. */
export async function clearSession(previous: Session | null): Promise<void> {
  if (previous) await endSession(previous.actor, { id: previous.session }).catch(() => null)
}

/** User who passed the password step and owes the second factor; null once the challenge has expired. */
export const pendingSignIn = async () => challengedPerson((await cookies()).get(cookieName('two_factor'))?.value)
