import { makeWorkerUtils } from 'graphile-worker'
import { QUIET_LOG } from './log'

/** The queue's own tables are in a schema of their own, and its library makes them; this is the newest step it knows. */
export const JOBS_SCHEMA = 19

/** Brings the queue's tables up to date. Several at once do no harm. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const jobs = await makeWorkerUtils({ connectionString: databaseUrl, maxPoolSize: 1, logger: QUIET_LOG })
  try {
    await jobs.migrate()
  } finally {
    await jobs.release()
  }
}
