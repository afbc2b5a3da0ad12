import { createHmac, randomBytes } from 'node:crypto'
import { writeQuery } from '@/lib/platform/database/write-query'
import { signingKey } from '@/lib/platform/settings/signing-key'

/** A server asks for the key again after this time: a database that crashed has another one. */
const KNOWN_MS = 5 * 60_000

let known: { key: Buffer; until: number } | undefined

/**
 * The random key of this day (UTC, by the database's clock), the same on all servers. It is deleted after the day. Then
 * no address can be tried against a counter that is left somewhere.
 */
async function dayKey(): Promise<Buffer> {
  if (known && performance.now() < known.until) return known.key
  const rows = await writeQuery<{ key: Buffer; left: number }>(
    `WITH today AS (SELECT (now() AT TIME ZONE 'UTC')::date AS day),
       over AS (DELETE FROM counter_key WHERE day < (SELECT day FROM today))
     INSERT INTO counter_key (day, key) SELECT day, $1::bytea FROM today
     ON CONFLICT (day) DO UPDATE SET day = excluded.day
     RETURNING key, extract(epoch FROM day + 1 - now() AT TIME ZONE 'UTC')::float8 * 1000 AS left`,
    [randomBytes(32)],
  )
  const { key, left } = rows[0]!
  known = { key, until: performance.now() + Math.min(left, KNOWN_MS) }
  return key
}

/** For tests: asks the database for the key at the next use. */
export const forgetCounterKey = (): void => void (known = undefined)

/**
 * The stored key of every rate limit counter. It can't be reversed: that takes the key of the day, which only the
 * database has, and AUTH_SECRET, which only the servers have.
 */
export async function counterKey(...who: readonly (string | number)[]): Promise<string> {
  const secret = createHmac('sha256', signingKey('counters'))
    .update(await dayKey())
    .digest()
  return createHmac('sha256', secret).update(JSON.stringify(who)).digest('base64url')
}
