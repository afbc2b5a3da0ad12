import pg from 'pg'
import { settings } from '@/lib/platform/settings'

type Listener = {
  /** Something was published, by any server. */
  heard: () => void
  /** Whether nothing could be heard from now on. */
  setDeaf: (isDeaf: boolean) => void
}

/** Listens for what any server publishes, and goes on after the database was away. Returns the way to end it. */
export function listenForPublished({ heard, setDeaf }: Listener, retry = 1_000): () => Promise<void> {
  let ended = false
  let client: pg.Client | undefined
  let later: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const mine = new pg.Client({
      connectionString: settings().databaseUrl,
      application_name: 'local-record-listen',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    client = mine
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      setDeaf(true)
      mine.end().catch(() => {})
      if (!ended) later = setTimeout(() => void connect(), retry)
    }
    mine.on('error', lose)
    mine.on('end', lose)
    mine.on('notification', heard)
    try {
      await mine.connect()
      await mine.query('LISTEN published')
      if (!lost && !ended) setDeaf(false)
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
