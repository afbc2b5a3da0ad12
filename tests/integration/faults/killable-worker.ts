import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { DATA, ROOT } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { until } from '@/tests/fixtures/until'
import type { Workload } from './workloads'

type Kind = Workload | 'migrate'

/** Kills of each kind; `KILLS=125` makes five hundred in all. */
export const KILLS = Number(process.env.KILLS ?? 3)

type Bundler = { build: (options: object) => Promise<unknown> }
const { build } = createRequire(createRequire(import.meta.url).resolve('tsx'))('esbuild') as Bundler

/** The worker bundled into one file, because loading its modules one by one takes most of a start. */
const bundlePath = (entry: string) => join(DATA, `${basename(entry, '.ts')}-${process.pid}.mjs`)
const WORKER = 'tests/integration/faults/worker.ts'
const REQUIRE = "import { createRequire as from } from 'node:module'; const require = from(import.meta.url)"

/** Bundles the worker. Returns how to remove the bundle. */
export async function bundleWorker(entry = WORKER): Promise<() => void> {
  const outfile = bundlePath(entry)
  const options = {
    entryPoints: [join(ROOT, entry)],
    outfile,
    banner: { js: REQUIRE },
  }
  await build({ ...options, bundle: true, platform: 'node', format: 'esm', external: ['next/*'], logLevel: 'error' })
  return () => rmSync(outfile, { force: true })
}

export type Worker = {
  /** The database that it works on. */
  url: string
  /** How many commands were acknowledged. */
  acknowledged: () => number
  begin: () => void
  /** Resolves once this many commands were acknowledged. */
  acknowledges: (count: number) => Promise<void>
  /** SIGKILL. Resolves once all its messages were received and PostgreSQL has ended its transactions. */
  kill: () => Promise<void>
}

/** Starts a bundled worker, which says when it is ready. */
export const forkWorker = (entry: string, args: string[], databaseUrl: string): ChildProcess =>
  fork(bundlePath(entry), args, {
    execArgv: ['--no-deprecation'],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })

/** Starts a worker, which waits for `begin`. */
async function startWorker(kind: Kind, databaseUrl: string): Promise<Worker> {
  const child = forkWorker(WORKER, [kind], databaseUrl)
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The worker ended before it was ready.')))
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  let acknowledged = 0
  child.on('message', () => (acknowledged += 1))
  return {
    url: databaseUrl,
    acknowledged: () => acknowledged,
    begin: () => void child.send('begin'),
    acknowledges: async (count) => {
      while (acknowledged < count) await Promise.race([once(child, 'message'), ended])
    },
    kill: async () => {
      await killWorker(child, databaseUrl)
    },
  }
}

/** SIGKILL. Resolves once PostgreSQL has ended its transactions. */
export async function killWorker(child: ChildProcess, databaseUrl: string): Promise<void> {
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  child.kill('SIGKILL')
  await ended
  await transactionsEnd(databaseUrl)
}

const BUSY = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND application_name IN ('local-record-write', 'local-record-migrate', '') AND state <> 'idle'`

const transactionsEnd = (databaseUrl: string): Promise<void> =>
  withConnection(databaseUrl, (client) =>
    until('PostgreSQL ends its transactions', async () => (await client.query(BUSY)).rowCount === 0),
  )

/** Returns workers one after another, `count` in all. While one works, the next `ahead` start. */
export function workerQueue(kind: Kind, databaseUrl: () => string | Promise<string>, count: number, ahead = 2) {
  const start = async () => startWorker(kind, await databaseUrl())
  let remaining = count
  const startNext = (): Promise<Worker>[] => (remaining-- > 0 ? [start()] : [])
  const starting = Array.from({ length: ahead }, startNext).flat()
  return async (): Promise<Worker> => {
    const worker = await starting.shift()!
    starting.push(...startNext())
    return worker
  }
}
