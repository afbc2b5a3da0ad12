import { sql } from '@/lib/platform/database/sql'
import { DRILL_KEY, type LastDrill, RestoreDrill, isDrillOld } from './restore-drill'

/** The result of the last drill; null if there was none. */
export const lastDrill = async (): Promise<LastDrill | null> => {
  const [row] = await sql`SELECT value FROM site_setting WHERE key = ${DRILL_KEY}`.rows<{ value: unknown }>()
  const drill = RestoreDrill.safeParse(row?.value).data
  return drill ? { ...drill, isOld: isDrillOld(drill, Date.now()) } : null
}
