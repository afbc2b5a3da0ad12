import { createHash } from 'node:crypto'
import { writePool } from '@/lib/platform/database/pool'
import { problem } from '@/lib/platform/web/problem'
import { type Asking, callerOf } from './caller'

/** One record or one page of a list; or a whole list as a file. */
export type Kind = 'read' | 'export'

/** Requests a minute from one address, over all servers. */
export const LIMITS: Readonly<Record<Kind, number>> = { read: 600, export: 120 }

/** So many requests a server counts by itself before it tells the others and learns of theirs. */
const STEP = 10

type Tally = { minute: number; here: number; told: number; known: number }
const tallies = new Map<string, Tally>()

/** A refusal for a caller who asked too often in this minute; null for everyone else. */
export async function limited(asking: Asking, kind: Kind, now = Date.now()): Promise<Response | null> {
  const minute = Math.floor(now / 60_000)
  const used = await count(callerOf(asking), kind, minute).catch(() => 0)
  if (used <= LIMITS[kind]) return null
  const wait = 60 - (Math.floor(now / 1000) % 60)
  const detail = `At most ${LIMITS[kind]} requests of this kind a minute: wait ${wait} seconds. The whole data set is one file at /data.`
  return problem(429, { detail }, { 'Retry-After': String(wait) })
}

/** How often the caller has asked in this minute, this time included. */
async function count(address: string, kind: Kind, minute: number): Promise<number> {
  const key = `${kind} ${address}`
  let tally = tallies.get(key)
  if (tally?.minute !== minute) {
    forgetBefore(minute)
    tallies.set(key, (tally = { minute, here: 0, told: 0, known: 0 }))
  }
  tally.here += 1
  const news = tally.here - tally.told
  // Who is over the limit stays so until the minute is over: nobody has to be told again.
  if (news >= STEP && tally.known + news - 1 <= LIMITS[kind]) {
    tally.told = tally.here
    tally.known = await tell(callerHash(minute, address), kind, minute, news)
  }
  return tally.known + tally.here - tally.told
}

let oldest = 0

/** What this process counted before a minute is gone when the minute begins. */
function forgetBefore(minute: number): void {
  if (oldest === minute) return
  oldest = minute
  for (const [key, tally] of tallies) if (tally.minute < minute) tallies.delete(key)
}

const callerHash = (minute: number, address: string): string =>
  createHash('sha256').update(`${minute} ${address}`).digest('base64url').slice(0, 22)

/** Adds to what all servers know, and forgets what is over. */
async function tell(caller: string, kind: Kind, minute: number, requests: number): Promise<number> {
  const at = new Date(minute * 60_000)
  const { rows } = await writePool().query<{ requests: number }>(
    `WITH over AS (DELETE FROM request_count WHERE minute < $3::timestamptz - interval '1 minute')
     INSERT INTO request_count AS counted (caller, kind, minute, requests) VALUES ($1, $2, $3, $4)
     ON CONFLICT (caller, kind, minute) DO UPDATE SET requests = counted.requests + $4 RETURNING requests`,
    [caller, kind, at, requests],
  )
  return rows[0]!.requests
}
