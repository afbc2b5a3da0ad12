import { rebuildCards } from '@/lib/features/rebuild/rebuild-cards'
import { firstContent } from '@/lib/features/seed/first-content'
import { withConnection } from '@/scripts/postgres/databases'

/** The advisory lock that lets one process load while others wait. */
const LOCK_ID = 72707372

/**
 * Brings the configured database to this version of the software: rewrites cards in an older format, and loads content
 * files that are new or newer. Returns what it did, in words.
 */
export const loadContent = (databaseUrl: string, report: (state: string) => void): Promise<string> =>
  withConnection(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK_ID])
    const share = (done: number, total: number) => `${Math.floor((100 * done) / Math.max(total, 1))} %`
    const rebuilt = await rebuildCards((done, total) => report(`rewriting entries, ${share(done, total)}`))
    const { files, isLoaded } = await firstContent()
    if (isLoaded) return rebuilt ? `${rebuilt} entries rewritten in the format of this version` : 'already there'
    const { loadFirstContent } = await import('@/lib/features/seed/load-content') // takes a second: it reads all places
    const waiting = await loadFirstContent({
      onProgress: (label, done, total) => report(`${label}, ${share(done, total)}`),
    })
    if (!waiting?.length) return `loaded (${files.length} files)`
    return [
      `loaded, except ${waiting.length} files whose entries editors have changed. Compare them and take what is right:`,
      ...waiting.map(({ file, record }) => `  prisma/content/${file} → /admin/history/${record}`),
    ].join('\n')
  })
