import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CliError } from '@/scripts/cli/cli-error'

/** Our standing connection to a server, which shows that it is in use. */
export type InstanceLock = {
  version: string
  /** Ends it. `stop` is called before that if nobody else uses the server; true if so. */
  leave: (stop: () => void) => Promise<boolean>
}

/** Everyone who uses the server holds this lock shared, so that the last one can tell. */
const USERS_LOCK = 72707370

/** Connects, or returns null when the server is not there (any more, or yet). `onLost` is told when it goes for good. */
export async function acquireInstanceLock(url: string, onLost: () => void): Promise<InstanceLock | null> {
  const first = await connect(url)
  if (!first) return null
  let client = first
  let leaving = false
  const watch = () =>
    client.once('end', async () => {
      // After a crash of one of its processes PostgreSQL ends all connections, and comes back by itself.
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
      // Our lock is held until the server is told, so that nobody joins one that is about to go.
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
