import { cookies, headers } from 'next/headers'
import { COOKIE_MAX_AGE, cookieAttributes, cookieName } from '@/lib/platform/auth/auth'
import { trustedDeviceToken, trustedDeviceIn } from '@/lib/platform/auth/trusted-device'
import { signInLimits } from '@/lib/platform/rate-limit/rate-limit'
import { endSession, recordSignIn } from '@/lib/platform/auth/own-account'
import { challengedPerson } from '@/lib/platform/auth/second-factor'
import { clientKey } from '@/lib/platform/http/client-address'
import type { Actor } from '@/lib/platform/commands/permissions'
import type { Session } from '../session'

/** The limits on guessing from where this request comes. `account` is what was typed, whether there is one or not. */
export async function signInLimitsHere(what: 'password' | 'code', account: string) {
  const device = trustedDeviceIn((await cookies()).get(cookieName('device'))?.value, account)
  return signInLimits({ what, account, device, caller: clientKey({ headers: await headers() }) })
}

type How = 'password' | 'code' | 'recovery' | 'link'
type Somebody = { id: string; email: string; role?: unknown }

/** What has to happen once somebody is in: the browser is known from now on, and the history has its line. */
export async function completeSignIn({ id, email, role }: Somebody, how: How): Promise<void> {
  const life = { ...cookieAttributes(), maxAge: COOKIE_MAX_AGE }
  const jar = await cookies()
  if (!trustedDeviceIn(jar.get(cookieName('device'))?.value, email))
    jar.set(cookieName('device'), trustedDeviceToken(email), life)
  await recordSignIn({ id, role: role as Actor['role'] }, { with: how })
}

/** A new sign-in never goes on with the session that the browser came with. */
export async function clearSession(before: Session | null): Promise<void> {
  if (before) await endSession(before.actor, { id: before.session }).catch(() => null)
}

/** Who has given the password and is asked for the second factor; null when that was too long ago. */
export const challenged = async () => challengedPerson((await cookies()).get(cookieName('two_factor'))?.value)
