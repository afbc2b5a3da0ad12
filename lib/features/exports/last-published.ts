import { cachedValue } from '@/lib/platform/caching/query-cache'
import { sql } from '@/lib/platform/database/sql'

/** The time of the last publication; null if there is none. */
export const lastPublished = cachedValue(async (): Promise<string | null> => {
  const [last] = await sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>({ prepared: true })
  return last?.at?.toISOString() ?? null
})

/** The time of the last publication, or the epoch, as the date of the data. */
export const lastChange = async (): Promise<string> => (await lastPublished()) ?? new Date(0).toISOString()
