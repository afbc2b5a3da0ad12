import type { Transaction } from '@/lib/platform/database/write'

/**
 * Enqueues a job in the transaction: if that fails, there is no job. A key waits in the queue only once. Without `at`
 * the job is due immediately by the database's clock.
 */
export const enqueue = (tx: Transaction, task: string, key: string, at: Date | null = null): Promise<unknown> =>
  tx.$executeRaw`SELECT graphile_worker.add_job(${task}, '{}'::json, run_at => coalesce(${at}::timestamptz, now()), max_attempts => 3,
    job_key => ${`${task}/${key}`})`
