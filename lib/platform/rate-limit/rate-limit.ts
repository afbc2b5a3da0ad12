import { createHmac } from 'node:crypto'
import { writePool } from '@/lib/platform/database/pool'
import { Conflict } from '@/lib/platform/errors/errors'
import { settings } from '@/lib/platform/settings/settings'

/** A maximum number of attempts per period. `who` identifies the counter: an account, a caller, or both. */
export type Limit = { who: readonly string[]; tries: number; minutes: number }

/** The stored key of a counter: an HMAC, so that it can't be reversed. Rows are deleted after the period. */
const keyOf = (who: readonly string[]): string =>
  createHmac('sha256', settings().authSecret ?? '')
    .update(JSON.stringify(who))
    .digest('base64url')

/**
 * Counts one attempt against each limit over all servers, narrow limits first. Returns the minutes to wait if one is
 * exceeded. The wider limits are then not charged, so that one persistent caller can't exhaust those of others.
 */
export async function consume(turns: readonly Limit[]): Promise<number | null> {
  for (const { who, tries, minutes } of turns) {
    const { rows } = await writePool().query<{ tries: number; wait: number }>(
      `WITH over AS (DELETE FROM admin_attempt WHERE until < now() AND key <> $1)
       INSERT INTO admin_attempt AS known (key, tries, until) VALUES ($1, 1, now() + make_interval(mins => $2))
       ON CONFLICT (key) DO UPDATE SET
         tries = CASE WHEN known.until < now() THEN 1 ELSE known.tries + 1 END,
         until = CASE WHEN known.until < now() THEN excluded.until ELSE known.until END
       RETURNING tries, ceil(extract(epoch FROM until - now()) / 60)::int AS wait`,
      [keyOf(who), minutes],
    )
    const { tries: used, wait } = rows[0]!
    if (used > tries) return Math.max(1, wait)
  }
  return null
}

/** Subtracts an attempt that turned out not to be a guess. */
export async function refund(turns: readonly Limit[]): Promise<void> {
  const keys = turns.map(({ who }) => keyOf(who))
  await writePool().query(`UPDATE admin_attempt SET tries = greatest(0, tries - 1) WHERE key = ANY($1)`, [keys])
}

/** @throws Conflict with the minutes to wait. */
export async function consumeOrThrow(turns: readonly Limit[]): Promise<void> {
  const wait = await consume(turns)
  if (wait) throw new Conflict(waitMessage(wait))
}

export const waitMessage = (minutes: number): string => `accounts.wait?minutes=${minutes}`

type Guess = { what: 'password' | 'code'; account: string; caller: string; device: string | null }

/**
 * The limits on guessing a password or code. A device on which this person has signed in before has a separate limit,
 * which attempts from other devices can't exhaust.
 */
export const signInLimits = ({ what, account, caller, device }: Guess): Limit[] =>
  device
    ? [{ who: [what, 'device', device], tries: 10, minutes: 15 }]
    : [
        { who: [what, 'both', account, caller], tries: 8, minutes: 15 },
        { who: [what, 'caller', caller], tries: 40, minutes: 15 },
        { who: [what, 'account', account], tries: 100, minutes: 60 },
      ]

/** The limit on guessing a secret at reauthentication of a signed-in person. */
export const reauthLimits = (what: string, person: string): Limit[] => [
  { who: [what, 'own', person], tries: 10, minutes: 15 },
]

/** The limit on opening invalid invitation links. */
export const inviteLimits = (caller: string): Limit[] => [{ who: ['link', caller], tries: 20, minutes: 15 }]
