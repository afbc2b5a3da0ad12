import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withLock } from '@/scripts/lock.mjs'
import { Trouble } from '@/scripts/trouble'
import { home, type Home } from '@/scripts/postgres/account'
import { makeData, password } from '@/scripts/postgres/initdb'
import { clearAfterKill, postmaster } from '@/scripts/postgres/postmaster'

export type Server = {
  /** The address of a database on this server. */
  url: (database: string) => string
  version: string
  pid: number
  /** Where the data is, where that is not in the project. */
  note?: string
  /** Call when done: the last one who leaves stops the server. */
  leave: () => Promise<void>
}

type Options = {
  /** Holds `data`, `log` and `password`. */
  folder: string
  /** False for tests: twice as fast, and a power cut may cost the data. */
  durable: boolean
}

/** Everyone who uses the server holds this lock shared, so that the last one can tell. */
const USERS = 72707370

/**
 * Starts the PostgreSQL that came with npm on the data in `folder`, or joins the one that runs there already. The
 * server has a session of its own: a Ctrl-C in the terminal doesn't reach it before we are done with it.
 */
export async function openServer(options: Options, attempt = 1): Promise<Server> {
  const place = home(options.folder)
  const data = join(place.folder, 'data')
  const lock = join(place.folder, 'lock')
  await withLock(lock, async () => {
    makeData(place, options.durable)
    if (postmaster(data)) return
    await clearAfterKill(data)
    await launch(place, options.durable)
  })
  const found = postmaster(data)
  const secret = password(place)
  const url = (database: string) => `postgresql://postgres:${secret}@127.0.0.1:${found?.port}/${database}`
  const keeper = found && (await keep(url('postgres')))
  if (!found || !keeper) {
    // It is still starting, or its last user left between our look and our hello.
    if (attempt === 300) throw new Trouble(`The database does not answer. Its log is ${join(place.folder, 'log')}.`)
    await sleep(100)
    return openServer(options, attempt + 1)
  }
  const { rows } = await keeper.query<{ server_version: string }>('show server_version')
  return {
    url,
    version: rows[0]!.server_version,
    pid: found.pid,
    note: place.note,
    leave: () => withLock(lock, () => leave(keeper, data, found.pid)),
  }
}

/** The connection that shows the server is in use; null when the server went away. */
async function keep(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'keeper' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [USERS])
    return client
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === '28P01') throw new Trouble('The password file in .data does not fit the data beside it: remove both.')
    if (['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03'].includes(code ?? '') || /terminated/.test(message)) return null
    throw error
  }
}

async function leave(keeper: pg.Client, data: string, pid: number): Promise<void> {
  const alone = await keeper
    .query<{ alone: boolean }>('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone', [USERS])
    .then(
      ({ rows }) => rows[0]!.alone,
      () => true,
    )
  // PostgreSQL's "fast" shutdown: end the sessions, write everything down, leave. Our lock is held until then, so
  // that nobody joins a server that is about to go.
  const runs = () => postmaster(data)?.pid === pid
  if (alone && runs()) process.kill(pid, 'SIGINT')
  await keeper.end().catch(() => {})
  if (!alone) return
  for (let wait = 0; wait < 150 && runs(); wait++) await sleep(100)
  // It can't write everything down, for want of room perhaps: it does so from its log at the next start.
  if (runs()) process.kill(pid, 'SIGQUIT')
  for (let wait = 0; wait < 50 && runs(); wait++) await sleep(100)
}

/** Starts the server and returns when it answers. */
async function launch({ folder, native, account }: Home, durable: boolean): Promise<void> {
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  if (existsSync(log) && statSync(log).size > 5_000_000) truncateSync(log)
  for (let attempt = 1; ; attempt++) {
    const from = existsSync(log) ? statSync(log).size : 0
    const output = openSync(log, 'a', 0o600)
    const server = spawn(
      join(native, 'bin', 'postgres'),
      ['-D', data, '-p', String(await freePort()), ...settings(durable)],
      {
        ...account,
        cwd: folder,
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      },
    )
    closeSync(output)
    let ended = false
    server.on('exit', () => (ended = true)).on('error', () => (ended = true))
    server.unref()
    while (!ended && !postmaster(data)?.ready) await sleep(20)
    if (!ended) return
    const said = readFileSync(log, 'utf8').slice(from)
    if (/Address already in use/i.test(said) && attempt < 3) continue
    throw new Trouble(`The database did not start. It says in ${log}:\n${said.trim().split('\n').slice(-8).join('\n')}`)
  }
}

const settings = (durable: boolean) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // Whoever is cut off is noticed, and its locks are freed.
    tcp_keepalives_idle: '30',
    client_connection_check_interval: '10s',
    max_connections: '100',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
