import { accountStore } from '@/lib/platform/database/write'
import { limitLines } from '@/lib/platform/logging/limited-log'
import { openLog } from '@/lib/platform/logging/log'
import { settings } from '@/lib/platform/settings/settings'

type Reason = 'wrong password' | 'wrong code' | 'used code' | 'too many attempts'

const write = limitLines((fields) => openLog(settings().logLevel).warn(fields, 'a sign-in failed'))

/**
 * Logs a failed sign-in: why, and the id of the account where there is one. Never what was typed, and no address. It is
 * looked up for each attempt, so that the time of an answer says nothing.
 */
export async function logFailedSignIn(reason: Reason, email: string, to = write): Promise<void> {
  const person = await accountStore().user.findUnique({ where: { email }, select: { id: true } })
  to({ reason, ...(person && { account: person.id }) })
}
