import type pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { currentPublicRequest } from '@/lib/platform/request-context/request-context'
import { isDatabaseUnavailable } from './availability'
import { openPool, publicPool, readPool } from './pool'

type Connections = {
  pool: pg.Pool
  /** Closes all connections, including those with a running query. */
  closeNow: () => void
}

type Replica = Connections & {
  /** Its replay position in the primary's WAL, in bytes; -1 while it does not answer. */
  replayed: number
  retryAt: number
}

/** The WAL positions that a replica has to reach. An unknown position is Infinity: then the primary answers. */
type RequiredPosition = {
  /** The position after the last publication. */
  published: number
  /** The primary's position a few seconds ago. */
  heartbeat: number
}

type State = { replicas: Replica[]; required: RequiredPosition; chosen: WeakMap<object, Replica | null> }

// On globalThis, because Next bundles this file more than once.
const store = globalThis as typeof globalThis & { __localRecordReplicas?: State }
const state = (store.__localRecordReplicas ??= {
  replicas: [],
  required: { published: Infinity, heartbeat: 0 },
  chosen: new WeakMap(),
})

/** The poll interval and timeout of a replica's position, and the time for which a failed replica is skipped. */
const POLL_INTERVAL_MS = 200
const TIMEOUT_MS = 1_000
const RETRY_DELAY_MS = 3_000

/** Null on a server that is not a replica, so it is never used. */
const REPLAYED_POSITION = `SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 AS replayed`

/**
 * Reads from a replica if the current request is public, else from the primary. A request stays with its replica, so
 * that all its reads have the same age. A query that fails there is retried once, on the primary.
 */
export async function withReadPool<R>(work: (pool: pg.Pool) => Promise<R>): Promise<R> {
  const request = currentPublicRequest()
  if (!request) return work(readPool())
  const replica = state.replicas.length ? replicaFor(request) : null
  if (!replica) return work(publicPool())
  try {
    return await work(replica.pool)
  } catch (error) {
    // The query itself took too long, and would do so again.
    if ((error as { code?: string }).code === '57014') throw error
    if (isDatabaseUnavailable(error)) replica.retryAt = performance.now() + RETRY_DELAY_MS
    state.chosen.set(request, null)
    return work(publicPool())
  }
}

function replicaFor(request: object): Replica | null {
  const known = state.chosen.get(request)
  if (known !== undefined) return known
  const needed = Math.max(state.required.published, state.required.heartbeat)
  const ready = state.replicas.filter((one) => one.replayed >= needed && one.retryAt <= performance.now())
  const one = ready[Math.floor(Math.random() * ready.length)] ?? null
  state.chosen.set(request, one)
  return one
}

export const requireReplicasAt = (needs: Partial<RequiredPosition>): void => void Object.assign(state.required, needs)

/** Watches the state of the replicas and uses those that are up to date. Returns a function that stops it. */
export function watchReplicas(urls: readonly string[]): () => Promise<void> {
  const ending = new AbortController()
  const watched = urls.map((url) => watch(url, ending.signal))
  return async () => {
    ending.abort()
    await Promise.all(watched)
  }
}

async function watch(url: string, ending: AbortSignal): Promise<void> {
  const replica: Replica = { ...openConnections(url), replayed: -1, retryAt: 0 }
  const own = { application_name: 'local-record-watch', max: 1 }
  const watcher = openPool(url, 'read', { ...own, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS })
  const pause = (ms: number) => sleep(ms, undefined, { signal: ending }).catch(() => {})
  state.replicas.push(replica)
  let failures = 0
  while (!ending.aborted) {
    try {
      const { rows } = await watcher.query<{ replayed: number | null }>(REPLAYED_POSITION)
      replica.replayed = rows[0]!.replayed ?? -1
      failures = 0
    } catch {
      replica.replayed = -1
      failures += 1
    }
    // One failure may be our own: in a busy process the timeout can fire before the answer is read.
    if (failures > 1) {
      replica.closeNow()
      Object.assign(replica, openConnections(url))
    }
    await pause(failures > 1 ? RETRY_DELAY_MS : POLL_INTERVAL_MS)
  }
  state.replicas.splice(state.replicas.indexOf(replica), 1)
  replica.closeNow()
  await watcher.end()
}

function openConnections(url: string): Connections {
  const pool = openPool(url, 'read', { connectionTimeoutMillis: TIMEOUT_MS })
  const clients = new Set<pg.Client>()
  pool.on('connect', (client) => clients.add(client as pg.Client))
  pool.on('remove', (client) => clients.delete(client as pg.Client))
  const cut = () => {
    void pool.end()
    for (const client of clients) void client.end()
  }
  return { pool, closeNow: cut }
}
