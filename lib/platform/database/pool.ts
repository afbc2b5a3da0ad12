import pg from 'pg'
import { settings } from '@/lib/platform/settings/settings'

type Use = 'read' | 'public' | 'write' | 'jobs'

// On globalThis, because Next bundles this file more than once, and all copies should share the connections.
const store = globalThis as typeof globalThis & { __localRecordPools?: Partial<Record<Use, pg.Pool>> }
const pools = (store.__localRecordPools ??= {})

/** Connections that can only read: PostgreSQL refuses a write on them. */
export const readPool = (): pg.Pool => (pools.read ??= open('read'))

/** Connections for public pages, as a database role that can read nothing else if one is configured. */
export const publicPool = (): pg.Pool => {
  const { databasePublicUrl } = settings()
  return databasePublicUrl ? (pools.public ??= openPool(databasePublicUrl, 'public')) : readPool()
}

/** Connections that can write, for `command()`, the loader and Prisma's adapter. */
export const writePool = (): pg.Pool => (pools.write ??= open('write'))

/** Connections of background jobs: one that listens, and one for each worker. */
export const jobsPool = (): pg.Pool => (pools.jobs ??= open('jobs'))

export async function closePools(): Promise<void> {
  const open = Object.values(pools)
  delete pools.read
  delete pools.public
  delete pools.write
  delete pools.jobs
  await Promise.all(open.map((pool) => pool.end()))
}

export type PoolCounts = { total: number; idle: number; waiting: number; max: number }

/** The connections of each pool that is open, and how many queries wait for one. */
export const poolCounts = (): Partial<Record<Use, PoolCounts>> =>
  Object.fromEntries(
    Object.entries(pools).map(([use, { totalCount, idleCount, waitingCount, options }]) => [
      use,
      { total: totalCount, idle: idleCount, waiting: waitingCount, max: options.max ?? 0 },
    ]),
  )

function open(use: Use): pg.Pool {
  const { databaseUrl } = settings()
  if (!databaseUrl) throw new Error('There is no database: set DATABASE_URL, or start with npm start.')
  return openPool(databaseUrl, use)
}

export function openPool(connectionString: string, use: Use, overrides: pg.PoolConfig = {}): pg.Pool {
  const { databaseConnections } = settings()
  const onlyReads = use === 'read' || use === 'public'
  const pool = new pg.Pool({
    connectionString,
    application_name: `local-record-${use}`,
    max: { read: databaseConnections, public: databaseConnections, write: Math.ceil(databaseConnections / 2), jobs: 4 }[
      use
    ],
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: onlyReads ? 10_000 : 30_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 60_000,
    // Prisma's adapter assumes that the session's time zone is UTC.
    options: `-c TimeZone=UTC${onlyReads ? READ_SETTINGS : ''}`,
    ...overrides,
  })
  // Without a listener, a restart of PostgreSQL would end this process. The pool reconnects automatically.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Reads are many and short: they are planned for cached rows, without parallel workers and without JIT. */
const READ_SETTINGS = [
  'default_transaction_read_only=on',
  'random_page_cost=1.1',
  'jit=off',
  // Enough to sort ten thousand records with their search vectors in memory.
  'work_mem=8MB',
  'max_parallel_workers_per_gather=0',
]
  .map((setting) => ` -c ${setting}`)
  .join('')
