import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'

/**
 * When what is published now is published: by the database's clock, the one that all servers share, and never before
 * what is there already, so that who follows the changes misses nothing when a clock is set back.
 */
export const PUBLICATION_TIME = sql`greatest(clock_timestamp(), (SELECT max(at) FROM revision))::timestamptz(3)`

export const publicationTime = async (tx: Transaction): Promise<Date> => {
  const [row] = await tx.rows<{ now: Date }>(sql`SELECT ${PUBLICATION_TIME} AS now`)
  return row!.now
}
