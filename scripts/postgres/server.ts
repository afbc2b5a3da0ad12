import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from '@/scripts/cli/process-lock.mjs'
import { CliError } from '@/scripts/cli/cli-error'
import { resolveHome } from '@/scripts/postgres/system-account'
import { initDataFolder, password } from '@/scripts/postgres/initdb'
import { acquireInstanceLock } from '@/scripts/postgres/instance-lock'
import { launch } from '@/scripts/postgres/launch'
import { keepLogShort } from '@/scripts/postgres/log-file'
import { clearAfterKill, postmaster } from '@/scripts/postgres/postmaster'

export type Server = {
  /** The connection URL of a database on this server. */
  url: (database: string) => string
  version: string
  pid: number
  /** The location of the data, if it is outside the project. */
  note?: string
  /** Must be called when done: the last process that leaves stops the server. */
  leave: () => Promise<void>
}

type Options = {
  /** Contains `data`, `log` and `password`. */
  folder: string
  /** False for tests: twice as fast, but a power failure may lose the data. */
  durable: boolean
  /** Called when the server ended unexpectedly and didn't come back within ten seconds. */
  onLost?: () => void
  /** How long its log may become, and how often that is checked. */
  log?: { maxBytes: number; everyMs: number }
}

/**
 * Starts PostgreSQL from its npm package on the data in `folder`, or joins the server that already runs there. The
 * server runs in a separate session, so a Ctrl-C in the terminal doesn't end it before us.
 */
export async function openServer(options: Options, attempt = 1): Promise<Server> {
  const place = resolveHome(options.folder)
  const data = join(place.folder, 'data')
  const lock = join(place.folder, 'lock')
  await withLock(lock, async () => {
    initDataFolder(place, options.durable)
    if (postmaster(data)) return
    await clearAfterKill(data)
    await launch(place, options.durable)
  })
  const found = postmaster(data)
  const secret = password(place)
  const url = (database: string) => `postgresql://postgres:${secret}@127.0.0.1:${found?.port}/${database}`
  const kept = found && (await acquireInstanceLock(url('postgres'), options.onLost ?? (() => {})))
  if (!found || !kept) {
    // The server is still starting, or its last user stopped it before we connected.
    if (attempt === 300) throw new CliError(`The database does not answer. Its log is ${join(place.folder, 'log')}.`)
    await sleep(100)
    return openServer(options, attempt + 1)
  }
  // PostgreSQL's "fast" shutdown: it ends the sessions, writes a checkpoint and exits.
  const stop = () => {
    if (postmaster(data)?.pid === found.pid) process.kill(found.pid, 'SIGINT')
  }
  const stopRotating = keepLogShort(join(place.folder, 'log'), options.log)
  return {
    url,
    version: kept.version,
    pid: found.pid,
    note: place.note,
    leave: () => {
      stopRotating()
      return withLock(lock, async () => void ((await kept.leave(stop)) && (await stopped(data, found.pid))))
    },
  }
}

async function stopped(data: string, pid: number): Promise<void> {
  const runs = () => postmaster(data)?.pid === pid
  for (let wait = 0; wait < 150 && runs(); wait++) await sleep(100)
  // The checkpoint may fail, on a full disk for example. PostgreSQL then recovers from the WAL at the next start.
  if (runs()) process.kill(pid, 'SIGQUIT')
  for (let wait = 0; wait < 50 && runs(); wait++) await sleep(100)
}
