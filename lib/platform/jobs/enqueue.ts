import type { Transaction } from '@/lib/platform/database/write'

/**
 * Puts a job into the queue with the transaction: if that fails, there is no job. The same key waits only once. Without a
 * moment it is due at once, whatever this server takes the time to be.
 */
export const enqueue = (tx: Transaction, task: string, key: string, at: Date | null = null): Promise<unknown> =>
  tx.$executeRaw`SELECT graphile_worker.add_job(${task}, '{}'::json, run_at => coalesce(${at}::timestamptz, now()), max_attempts => 3,
    job_key => ${`${task}/${key}`})`
