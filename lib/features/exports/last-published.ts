import { cachedValue } from '@/lib/platform/caching/query-cache'
import { sql } from '@/lib/platform/database/sql'

/** When something was last published; null where nothing was yet. */
export const lastPublished = cachedValue(async (): Promise<string | null> => {
  const [last] = await sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>({ prepared: true })
  return last?.at?.toISOString() ?? null
})

/** The same as the date of the data. */
export const lastChange = async (): Promise<string> => (await lastPublished()) ?? new Date(0).toISOString()
