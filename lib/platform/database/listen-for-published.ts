import pg from 'pg'
import { settings } from '@/lib/platform/settings/settings'
import { requireReplicasAt } from './replicas'

type Listener = {
  /** Called with the payload of each notification that any server sends when it publishes. */
  onNotification: (payload: string) => void
  /** False while the connection is down, because cached data can't be invalidated. */
  setInvalidationAvailable: (isAvailable: boolean) => void
}

/** The interval at which the primary's position is queried, which also tests the connection. */
const BEAT = 2_000

const POSITION = `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS position`

/**
 * Listens for publications of any server, and reconnects when the connection is lost. Replicas have to show what was
 * published, and the primary's position of two heartbeats ago. Returns a function that stops it.
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

/** Sets the position that replicas must reach. A notification can't hold its own commit's position, so we query it. */
function positions(primary: pg.Client) {
  const ask = async () => (await primary.query<{ position: number }>(POSITION)).rows[0]!.position
  let last = Promise.resolve(0)
  const position = () => (last = last.then(ask))
  let publications = 0
  let heartbeat = 0
  return {
    afterPublished: async () => {
      const mine = ++publications
      requireReplicasAt({ published: Infinity })
      const published = await position()
      if (mine === publications) requireReplicasAt({ published })
    },
    onBeat: async () => {
      requireReplicasAt({ heartbeat })
      heartbeat = await position()
    },
  }
}
