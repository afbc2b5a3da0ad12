import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DATA } from '@/scripts/paths'
import { type Home, home } from '@/scripts/postgres/account'
import { connected, withDatabase } from '@/scripts/postgres/databases'
import { makeData, password } from '@/scripts/postgres/initdb'
import { launch } from '@/scripts/postgres/launch'
import { clearAfterKill, postmaster } from '@/scripts/postgres/postmaster'

/** A PostgreSQL of a test's own, which it may kill. It keeps its port. */
export type Postgres = {
  url: (database: string) => string
  /** SIGKILL: no farewell to anybody. Returns when all of it is gone. */
  kill: () => Promise<void>
  start: () => Promise<void>
  /** Whether it runs or is about to: without room for its log it stops by itself, and may end. */
  isThere: () => boolean
  end: () => Promise<void>
}

type Options = {
  /** What it acknowledged is there after a kill; without, the last half second may not be. */
  durable?: boolean
  /** Called with the folder of its data before it starts. */
  prepare?: (data: string) => void
}

export async function primary({ durable = false, prepare }: Options = {}): Promise<Postgres> {
  const scratch = newFolder()
  const place = home(scratch)
  makeData(place, durable)
  prepare?.(join(place.folder, 'data'))
  await launch(place, durable)
  return server(place, scratch, password(place), durable)
}

/** A streaming replica of it: a copy of its data that follows its log. */
export async function replicaOf(one: Postgres): Promise<Postgres> {
  const scratch = newFolder()
  const place = home(scratch)
  const data = join(place.folder, 'data')
  const { port, password: secret } = new URL(one.url('postgres'))
  await connected(one.url('postgres'), async (client) => {
    const { rows } = await client.query(`SELECT current_setting('data_directory') AS folder,
      pg_create_physical_replication_slot('replica', true) AS slot, pg_backup_start('replica', true) AS begun`)
    const from = rows[0].folder as string
    const left = /^(postmaster\.(pid|opts)|pg_wal\/.+|pg_replslot\/.+)$/
    cpSync(from, data, { recursive: true, filter: (path) => !left.test(relative(from, path)) })
    const stopped = await client.query('SELECT labelfile FROM pg_backup_stop(false)')
    writeFileSync(join(data, 'backup_label'), stopped.rows[0].labelfile)
  })
  const source = `host=127.0.0.1 port=${port} user=postgres password=${secret}`
  const settings = `primary_conninfo = '${source}'\nprimary_slot_name = 'replica'\n`
  writeFileSync(join(data, 'postgresql.auto.conf'), settings)
  writeFileSync(join(data, 'standby.signal'), '')
  give(place, data)
  await launch(place, false)
  return server(place, scratch, secret)
}

function newFolder(): string {
  mkdirSync(DATA, { recursive: true })
  return mkdtempSync(join(DATA, 'scratch-'))
}

function give({ account }: Home, data: string): void {
  if (!account) return
  for (const name of ['', ...(readdirSync(data, { recursive: true }) as string[])])
    chownSync(join(data, name), account.uid, account.gid)
}

function server(place: Home, scratch: string, secret: string, durable = false): Postgres {
  const data = join(place.folder, 'data')
  const { port } = postmaster(data)!
  const send = (signal: NodeJS.Signals) => {
    const pid = postmaster(data)?.pid
    if (pid) process.kill(pid, signal)
  }
  const gone = async () => {
    while (postmaster(data)) await sleep(10)
    await clearAfterKill(data)
  }
  const address = `postgresql://postgres:${secret}@127.0.0.1:${port}/postgres`
  return {
    url: (database) => withDatabase(address, database),
    kill: () => (send('SIGKILL'), gone()),
    start: () => launch(place, durable, port),
    isThere: () => postmaster(data) !== null,
    end: async () => {
      send('SIGQUIT')
      await gone()
      for (const folder of [place.folder, scratch]) rmSync(folder, { recursive: true, force: true })
    },
  }
}
