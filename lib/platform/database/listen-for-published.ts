import pg from 'pg'
import { settings } from '@/lib/platform/settings/settings'
import { requireReplicasAt } from './replicas'

type Listener = {
  /** Called with the payload of each notification that any server sends when it publishes. */
  onNotification: (payload: string) => void
  /** False while the connection is down: what is cached could not be invalidated. */
  setInvalidationAvailable: (isAvailable: boolean) => void
}

/** So often the primary is asked how far it is, which also shows that the connection still carries anything. */
const BEAT = 2_000

const POSITION = `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS position`

/**
 * Listens for what any server publishes, and goes on after the database was away. Replicas are held to what was heard
 * of, and to what the primary was two beats ago. Returns the way to end it.
 */
export function listenForPublished(
  { onNotification, setInvalidationAvailable }: Listener,
  retry = 1_000,
): () => Promise<void> {
  let ended = false
  let client: pg.Client | undefined
  let later: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const mine = new pg.Client({
      connectionString: settings().databaseUrl,
      application_name: 'local-record-listen',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    })
    client = mine
    let lost = false
    let beat: NodeJS.Timeout | undefined
    const lose = () => {
      if (lost) return
      lost = true
      clearInterval(beat)
      setInvalidationAvailable(false)
      mine.end().catch(() => {})
      if (!ended) later = setTimeout(() => void connect(), retry)
    }
    const { afterPublished, onBeat } = positions(mine)
    mine.on('error', lose)
    mine.on('end', lose)
    mine.on('notification', ({ payload = '' }) => {
      onNotification(payload)
      afterPublished().catch(lose)
    })
    try {
      await mine.connect()
      await mine.query('LISTEN published')
      await afterPublished()
      if (lost || ended) return
      beat = setInterval(() => void onBeat().catch(lose), BEAT)
      setInvalidationAvailable(true)
    } catch {
      lose()
    }
  }
  void connect()

  return async () => {
    ended = true
    clearTimeout(later)
    await client?.end().catch(() => {})
  }
}

/** Tells the replicas what they must show. A notification can't say where its own commit will be, so that is asked. */
function positions(primary: pg.Client) {
  const ask = async () => (await primary.query<{ position: number }>(POSITION)).rows[0]!.position
  let last = Promise.resolve(0)
  const position = () => (last = last.then(ask))
  let publications = 0
  let lately = 0
  return {
    afterPublished: async () => {
      const mine = ++publications
      requireReplicasAt({ published: Infinity })
      const published = await position()
      if (mine === publications) requireReplicasAt({ published })
    },
    onBeat: async () => {
      requireReplicasAt({ lately })
      lately = await position()
    },
  }
}
