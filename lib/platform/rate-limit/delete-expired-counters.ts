import { writePool } from '@/lib/platform/database/pool'

/**
 * Deletes the rate limit counters whose time is over, and the keys of earlier days, by the database's clock. Runs every
 * minute, so that nothing stays because no further request comes.
 */
export async function deleteExpiredCounters(): Promise<void> {
  await writePool().query(`
    WITH attempts AS (DELETE FROM admin_attempt WHERE until < now()),
      requests AS (DELETE FROM request_count WHERE minute < now() - interval '2 minutes')
    DELETE FROM counter_key WHERE day < (now() AT TIME ZONE 'UTC')::date`)
}
