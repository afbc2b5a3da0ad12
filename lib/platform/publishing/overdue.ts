import { readPool } from '@/lib/platform/database/pool'
import { sql, toQuery } from '@/lib/platform/database/sql'

/** A draft `d` that should have been published five minutes ago: scheduled drafts are published every minute. */
export const OVERDUE = sql`(d.state = 'scheduled' AND d.scheduled_for < now() - interval '5 minutes')`

let counting: Promise<number> | undefined

/**
 * The number of overdue scheduled drafts; 0 if it can't be read. It says nothing of what they are. Callers that come
 * together share one query.
 */
export const countOverdue = (): Promise<number> => (counting ??= count().finally(() => (counting = undefined)))

async function count(): Promise<number> {
  try {
    const { rows } = await readPool().query<{ n: number }>(
      toQuery(sql`SELECT count(*)::int AS n FROM draft d WHERE ${OVERDUE}`),
    )
    return rows[0]!.n
  } catch {
    return 0
  }
}
