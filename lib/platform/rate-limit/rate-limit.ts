import { writeQuery } from '@/lib/platform/database/write-query'
import { Conflict } from '@/lib/platform/errors/errors'
import { counterKey } from './counter-key'

/** A maximum number of attempts per period. `who` identifies the counter: an account, a caller, or both. */
export type Limit = { who: readonly string[]; tries: number; minutes: number }

/** Counts one attempt over all servers. Returns the attempts of the period so far, and the minutes until it ends. */
export async function consumeOne({ who, minutes }: Limit): Promise<{ used: number; wait: number }> {
  const rows = await writeQuery<{ used: number; wait: number }>(
    `WITH over AS (DELETE FROM admin_attempt WHERE until < now() AND key <> $1)
     INSERT INTO admin_attempt AS known (key, tries, until) VALUES ($1, 1, now() + make_interval(mins => $2))
     ON CONFLICT (key) DO UPDATE SET
       tries = CASE WHEN known.until < now() THEN 1 ELSE known.tries + 1 END,
       until = CASE WHEN known.until < now() THEN excluded.until ELSE known.until END
     RETURNING tries AS used, greatest(1, ceil(extract(epoch FROM until - now()) / 60)::int) AS wait`,
    [await counterKey(...who), minutes],
  )
  return rows[0]!
}

/**
 * Counts one attempt against each limit, narrow limits first. Returns the minutes to wait if one is exceeded. The wider
 * limits are then not charged, so that one persistent caller can't exhaust those of others.
 */
export async function consume(turns: readonly Limit[]): Promise<number | null> {
  for (const turn of turns) {
    const { used, wait } = await consumeOne(turn)
    if (used > turn.tries) return wait
  }
  return null
}

/** Subtracts an attempt that turned out not to be a guess. */
export async function refund(turns: readonly Limit[]): Promise<void> {
  const keys = await Promise.all(turns.map(({ who }) => counterKey(...who)))
  await writeQuery(`UPDATE admin_attempt SET tries = greatest(0, tries - 1) WHERE key = ANY($1)`, [keys])
}

/** @throws Conflict with the minutes to wait. */
export async function consumeOrThrow(turns: readonly Limit[]): Promise<void> {
  const wait = await consume(turns)
  if (wait) throw new Conflict(waitMessage(wait))
}

export const waitMessage = (minutes: number): string => `accounts.wait?minutes=${minutes}`

/** The limit on guessing a secret at reauthentication of a signed-in person. */
export const reauthLimits = (what: string, person: string): Limit[] => [
  { who: [what, 'own', person], tries: 10, minutes: 15 },
]

/** The limit on opening invalid invitation links. */
export const inviteLimits = (caller: string): Limit[] => [{ who: ['link', caller], tries: 20, minutes: 15 }]
