import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CliError } from '@/scripts/cli/cli-error'

/** A permanent connection to a server that marks it as in use. */
export type InstanceLock = {
  version: string
  /** Disconnects. Calls `stop` first and returns true if no other process uses the server. */
  leave: (stop: () => void) => Promise<boolean>
}

/** Each process that uses the server has this lock in shared mode. The last one can then get it exclusively. */
const USERS_LOCK = 72707370

/** Connects, or returns null if the server isn't running. Calls `onLost` when it ends permanently. */
export async function acquireInstanceLock(url: string, onLost: () => void): Promise<InstanceLock | null> {
  const first = await connect(url)
  if (!first) return null
  let client = first
  let leaving = false
  const watch = () =>
    client.once('end', async () => {
      // After a crash of one of its processes PostgreSQL ends all connections and restarts automatically.
      for (let attempt = 0; attempt < 50 && !leaving; attempt++) {
        await sleep(200)
        const again = await connect(url).catch(() => null)
        if (!again) continue
        client = again
        return watch()
      }
      if (!leaving) onLost()
    })
  watch()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    version: rows[0]!.server_version,
    leave: async (stop) => {
      leaving = true
      const alone = await client
        .query<{ alone: boolean }>('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone', [
          USERS_LOCK,
        ])
        .then(
          (result) => result.rows[0]!.alone,
          () => true,
        )
      // We release our lock only after stopping the server, so that no process joins a server that is shutting down.
      if (alone) stop()
      await client.end().catch(() => {})
      return alone
    },
  }
}

async function connect(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'keeper' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK])
    return client
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === '28P01') throw new CliError('The password file in .data does not fit the data beside it: remove both.')
    if (['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03'].includes(code ?? '') || /terminated/.test(message)) return null
    throw error
  }
}
