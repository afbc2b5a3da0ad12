import { firstContent } from '@/lib/features/seed/first-content'
import { withConnection } from '@/scripts/postgres/databases'

/** The advisory lock that lets one process load while others wait. */
const LOCK_ID = 72707372

/** Loads the first content into the configured database unless it is complete. Returns true if it loaded. */
export const loadContent = (databaseUrl: string, report: (state: string) => void): Promise<boolean> =>
  withConnection(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK_ID])
    if ((await firstContent()).isLoaded) return false
    const { loadFirstContent } = await import('@/lib/features/seed/load-content') // takes a second: it reads all places
    return loadFirstContent({
      onProgress: (label, done, total) => report(`${label}, ${Math.floor((100 * done) / total)} %`),
    })
  })
