import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'

/**
 * The time of a publication: by the database's clock, which all servers share, and never before the last one. If the
 * clock is set back, clients that follow the changes miss nothing.
 */
export const PUBLICATION_TIME = sql`greatest(clock_timestamp(), (SELECT max(at) FROM revision))::timestamptz(3)`

export const publicationTime = async (tx: Transaction): Promise<Date> => {
  const [row] = await tx.rows<{ now: Date }>(sql`SELECT ${PUBLICATION_TIME} AS now`)
  return row!.now
}
