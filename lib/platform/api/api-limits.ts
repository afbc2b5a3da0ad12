import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { writePool } from '@/lib/platform/database/pool'
import { problem } from '@/lib/platform/http/problem-json'
import { type RequestOrigin, clientKey } from '@/lib/platform/http/client-address'

/** One record or one page of a list; or a whole list as a file. */
export type Kind = 'read' | 'export'

/** Requests a minute from one address, over all servers. */
export const LIMITS: Readonly<Record<Kind, number>> = { read: 600, export: 120 }

/** So many requests of a caller a server counts by itself before it tells the others and learns of theirs. */
const STEP = 10
/** What is to be told is gathered for so long, in milliseconds: nobody waits for it. */
const GATHERED = 50

/** A caller's requests in a minute: here, how many of them the others know, and those at other servers. */
type Tally = { address: string; kind: Kind; minute: number; here: number; reportUsage: number; elsewhere: number }
const tallies = new Map<string, Tally>()

/** A refusal for a caller who asked too often in this minute; null for everyone else. */
export function enforceApiLimit(asking: RequestOrigin, kind: Kind, now = Date.now()): Response | null {
  const minute = Math.floor(now / 60_000)
  const used = count(clientKey(asking), kind, minute)
  if (used <= LIMITS[kind]) return null
  const wait = 60 - (Math.floor(now / 1000) % 60)
  const detail = `At most ${LIMITS[kind]} requests of this kind a minute: wait ${wait} seconds. The whole data set is one file at /data.`
  return problem(429, { detail }, { 'Retry-After': String(wait) })
}

/** How often the caller has asked in this minute, this time included. */
function count(address: string, kind: Kind, minute: number): number {
  const key = `${kind} ${address}`
  let tally = tallies.get(key)
  if (tally?.minute !== minute) {
    forgetBefore(minute)
    tallies.set(key, (tally = { address, kind, minute, here: 0, reportUsage: 0, elsewhere: 0 }))
  }
  // Who is over the limit stays so until the minute is over: nobody has to be told again.
  const isOver = tally.here + tally.elsewhere > LIMITS[kind]
  tally.here += 1
  if (tally.here - tally.reportUsage >= STEP && !isOver) tell(tally)
  return tally.here + tally.elsewhere
}

let oldest = 0

/** What this process counted before a minute is gone when the minute begins. */
function forgetBefore(minute: number): void {
  if (oldest === minute) return
  oldest = minute
  for (const [key, tally] of tallies) if (tally.minute < minute) tallies.delete(key)
}

const callerHash = ({ minute, address }: Tally): string =>
  createHash('sha256').update(`${minute} ${address}`).digest('base64url').slice(0, 22)

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

/** Until the other servers were told what is to be told. */
export const told = async (): Promise<void> => {
  while (telling) await telling
}

/** Adds to what all servers know, learns what they counted, and forgets what is over by the clock of the database. */
async function share(): Promise<void> {
  const known = new Map([...news].map((tally) => [`${callerHash(tally)} ${tally.kind}`, tally]))
  news.clear()
  const given = [...known].map(([key, tally]) => {
    const [caller, kind] = key.split(' ')
    const requests = tally.here - tally.reportUsage
    tally.reportUsage = tally.here
    return { caller, kind, minute: new Date(tally.minute * 60_000), requests }
  })
  // In one order, so that no two servers wait for each other.
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
