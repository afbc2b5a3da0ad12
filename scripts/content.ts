import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '@/scripts/paths'
import { connected } from '@/scripts/postgres/databases'

type Progress = (label: string, done: number, total: number) => void
type Loader = { loadFirstContent: (options: { databaseUrl: string; onProgress: Progress }) => Promise<unknown> }

/** One start loads while others wait. */
const LOADING = 72707372

/** Loads the first content where the database has none yet. True when it had to. */
export async function loadContent(databaseUrl: string, tell: (state: string) => void): Promise<boolean> {
  const file = join(ROOT, 'lib', 'domain', 'load.ts')
  if (!existsSync(file)) return false
  const { loadFirstContent } = (await import(pathToFileURL(file).href)) as Loader
  let loaded = false
  await connected(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOADING])
    const onProgress: Progress = (label, done, total) => {
      loaded = true
      tell(total > 0 ? `${label}, ${Math.floor((100 * done) / total)} %` : label)
    }
    await loadFirstContent({ databaseUrl, onProgress })
  })
  return loaded
}
