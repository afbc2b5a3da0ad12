import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DATA, ROOT } from '@/scripts/paths'
import { connected } from '@/scripts/postgres/databases'
import type { Work } from './work'

type Kind = Work | 'migrate'

/** Five of each in every run; 125 of each, which makes five hundred in all, with KILLS=125. */
export const KILLS = Number(process.env.KILLS ?? 5)

type Bundler = { build: (options: object) => Promise<unknown> }
const { build } = createRequire(createRequire(import.meta.url).resolve('tsx'))('esbuild') as Bundler

/** The program in one file with all that it needs, so that five hundred starts of it take minutes and not an hour. */
const PROGRAM = join(DATA, `work-${process.pid}.mjs`)
const REQUIRE = "import { createRequire as from } from 'node:module'; const require = from(import.meta.url)"

export async function makeProgram(): Promise<() => void> {
  const one = {
    entryPoints: [join(ROOT, 'tests/integration/faults/worker.ts')],
    outfile: PROGRAM,
    banner: { js: REQUIRE },
  }
  await build({ ...one, bundle: true, platform: 'node', format: 'esm', external: ['next/*'], logLevel: 'error' })
  return () => rmSync(PROGRAM, { force: true })
}

export type Worker = {
  /** The database that it works on. */
  url: string
  /** How many commands it was told were done. */
  acknowledged: () => number
  begin: () => void
  /** Returns when it was told so of so many. */
  until: (acknowledged: number) => Promise<void>
  /** Returns when the process is gone, all that it said was heard, and PostgreSQL has let go of what it did. */
  kill: () => Promise<void>
}

/** A process that is ready to work. */
export async function standby(work: Kind, databaseUrl: string): Promise<Worker> {
  const child = fork(PROGRAM, [work], {
    execArgv: ['--no-deprecation'],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended before it was ready.')))
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  let acknowledged = 0
  child.on('message', () => (acknowledged += 1))
  return {
    url: databaseUrl,
    acknowledged: () => acknowledged,
    begin: () => void child.send('begin'),
    until: async (wanted) => {
      while (acknowledged < wanted) await once(child, 'message')
    },
    kill: async () => {
      await gone(child)
      await settled(databaseUrl)
    },
  }
}

/** Ends it as a power cut does: nothing of it runs again. */
async function gone(child: ChildProcess): Promise<void> {
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  child.kill('SIGKILL')
  await ended
}

const BUSY = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND application_name IN ('local-record-write', 'local-record-migrate', '') AND state <> 'idle'`

const settled = (databaseUrl: string): Promise<void> =>
  connected(databaseUrl, async (client) => {
    while ((await client.query(BUSY)).rowCount) await wait(5)
  })

/** Processes that are ready one after another: while one works, so many others are loading. */
export function queue(work: Kind, databaseUrl: () => string | Promise<string>, count: number, ahead = 2) {
  const start = async () => standby(work, await databaseUrl())
  let left = count
  const more = (): Promise<Worker>[] => (left-- > 0 ? [start()] : [])
  const waiting = Array.from({ length: ahead }, more).flat()
  return async (): Promise<Worker> => {
    const next = waiting.shift()!
    const worker = await next
    waiting.push(...more())
    return worker
  }
}
