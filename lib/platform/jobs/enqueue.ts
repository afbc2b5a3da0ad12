import type { Transaction } from '@/lib/platform/database/write'

/** Puts a job into the queue with the transaction: if that fails, there is no job. The same key waits only once. */
export const enqueue = (tx: Transaction, task: string, key: string, at = new Date()): Promise<unknown> =>
  tx.$executeRaw`SELECT graphile_worker.add_job(${task}, '{}'::json, run_at => ${at}, max_attempts => 3,
    job_key => ${`${task}/${key}`})`
