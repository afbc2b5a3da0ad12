import { setTimeout as sleep } from 'node:timers/promises'
import { flatCopy } from '@/lib/platform/caching/lru'
import { writePool } from '@/lib/platform/database/pool'
import { problem } from '@/lib/platform/http/problem-json'
import { type RequestOrigin, clientKey } from '@/lib/platform/http/client-address'
import { counterKey } from '@/lib/platform/rate-limit/counter-key'

/** `read`: one record or one page of a list. `export`: a complete list as a file. */
export type Kind = 'read' | 'export'

/** Requests a minute from one address, over all servers. */
export const LIMITS: Readonly<Record<Kind, number>> = { read: 600, export: 120 }

/** The number of new requests from a caller after which a server writes its count to the shared table. */
const STEP = 10
/** The delay before counts are written in one batch, in milliseconds. Requests don't wait for it. */
const GATHERED = 50

/** A caller's requests in one minute: on this server, the part of them already shared, and on other servers. */
type Tally = { address: string; kind: Kind; minute: number; here: number; reportUsage: number; elsewhere: number }
const tallies = new Map<string, Tally>()

/** More callers in one minute than this are counted anew, the least recent first. */
const MAX_TALLIES = 50_000

/** Returns a 429 response if the caller is over the limit for this minute; else null. */
export function enforceApiLimit(asking: RequestOrigin, kind: Kind, now = Date.now()): Response | null {
  const minute = Math.floor(now / 60_000)
  const used = count(clientKey(asking), kind, minute)
  if (used <= LIMITS[kind]) return null
  const wait = 60 - (Math.floor(now / 1000) % 60)
  const detail = `At most ${LIMITS[kind]} requests of this kind a minute: wait ${wait} seconds. The whole data set is one file at /data.`
  return problem(429, { detail }, { 'Retry-After': String(wait) })
}

/** Counts this request and returns the caller's total for the minute over all servers. */
function count(address: string, kind: Kind, minute: number): number {
  const key = `${kind} ${address}`
  let tally = tallies.get(key)
  if (tally?.minute !== minute) {
    forgetBefore(minute)
    if (tallies.size >= MAX_TALLIES) tallies.delete(tallies.keys().next().value!)
    tallies.set(key, (tally = { address: flatCopy(address), kind, minute, here: 0, reportUsage: 0, elsewhere: 0 }))
  }
  // A caller over the limit stays over it until the minute ends, so the count is not shared again.
  const isOver = tally.here + tally.elsewhere > LIMITS[kind]
  tally.here += 1
  if (tally.here - tally.reportUsage >= STEP && !isOver) tell(tally)
  return tally.here + tally.elsewhere
}

let oldest = 0

/** Deletes this process's counts of earlier minutes. */
function forgetBefore(minute: number): void {
  if (oldest === minute) return
  oldest = minute
  for (const [key, tally] of tallies) if (tally.minute < minute) tallies.delete(key)
}

const news = new Set<Tally>()
let telling: Promise<void> | null = null

function tell(tally: Tally): void {
  news.add(tally)
  telling ??= sleep(GATHERED)
    .then(share)
    .catch(() => {})
    .then(() => (telling = null))
    .then(() => news.forEach(tell))
}

/** Resolves when all pending counts are shared. */
export const told = async (): Promise<void> => {
  while (telling) await telling
}

/** Adds pending counts to the shared table, reads the totals, and deletes expired rows by the database clock. */
async function share(): Promise<void> {
  const pending = [...news]
  news.clear()
  const known = new Map<string, Tally>()
  for (const tally of pending) known.set(`${await counterKey(tally.minute, tally.address)} ${tally.kind}`, tally)
  const given = [...known].map(([key, tally]) => {
    const [caller, kind] = key.split(' ')
    const requests = tally.here - tally.reportUsage
    tally.reportUsage = tally.here
    return { caller, kind, minute: new Date(tally.minute * 60_000), requests }
  })
  // Rows are upserted in a fixed order, so that two servers can't deadlock.
  const { rows } = await writePool().query<{ caller: string; kind: Kind; requests: number }>(
    `WITH told AS (SELECT * FROM jsonb_to_recordset($1) AS told (caller text, kind text, minute timestamptz, requests int)),
       over AS (DELETE FROM request_count WHERE minute < now() - interval '2 minutes' AND minute NOT IN (SELECT minute FROM told))
     INSERT INTO request_count AS counted (caller, kind, minute, requests)
       SELECT caller, kind, minute, requests FROM told ORDER BY caller, kind
     ON CONFLICT (caller, kind, minute) DO UPDATE SET requests = counted.requests + excluded.requests
     RETURNING caller, kind, requests`,
    [JSON.stringify(given)],
  )
  for (const { caller, kind, requests } of rows) {
    const tally = known.get(`${caller} ${kind}`)!
    tally.elsewhere = Math.max(0, requests - tally.reportUsage)
  }
}
