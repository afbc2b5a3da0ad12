import { makeWorkerUtils } from 'graphile-worker'
import { QUIET_LOG } from './log'

/** The latest migration of graphile-worker, which creates its tables in a separate schema. */
export const JOBS_SCHEMA = 19

/** Migrates the queue's tables. Safe to run concurrently. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const jobs = await makeWorkerUtils({ connectionString: databaseUrl, maxPoolSize: 1, logger: QUIET_LOG })
  try {
    await jobs.migrate()
  } finally {
    await jobs.release()
  }
}
