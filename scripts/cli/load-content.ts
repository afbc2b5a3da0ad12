import { firstContent } from '@/lib/features/seed/first-content'
import { connected } from '@/scripts/postgres/databases'

/** One start loads while others wait. */
const LOADING = 72707372

/** Loads the first content into the settings' database where it is not all there yet. True when it had to. */
export const loadContent = (databaseUrl: string, tell: (state: string) => void): Promise<boolean> =>
  connected(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOADING])
    if ((await firstContent()).isLoaded) return false
    const { loadFirstContent } = await import('@/lib/features/seed/load-content') // it knows all places, which takes a second to read
    return loadFirstContent({
      onProgress: (label, done, total) => tell(`${label}, ${Math.floor((100 * done) / total)} %`),
    })
  })
