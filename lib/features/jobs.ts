import { ARCHIVE_JOB } from '@/lib/platform/archive/archive-requests'
import { processArchiveQueue } from '@/lib/platform/archive/archive-job'
import { deleteExpired } from '@/lib/platform/auth/delete-expired'
import { deleteExpiredCounters } from '@/lib/platform/rate-limit/delete-expired-counters'
import type { Jobs } from '@/lib/platform/jobs/worker'
import { processImportQueue } from './imports/import-job'
import { publishScheduled } from './review/publish-scheduled'
import { checkDueLinks } from './source-health/check-links'

/** Jobs that make no network requests, except to the configured archive. */
export const OFFLINE_JOBS: Jobs = {
  imports: { every: '* * * * *', work: processImportQueue },
  'publish-scheduled': { every: '* * * * *', work: publishScheduled },
  'delete-expired-counters': { every: '* * * * *', work: deleteExpiredCounters },
  'delete-expired-sessions': { every: '0 * * * *', work: () => deleteExpired() },
  [ARCHIVE_JOB]: { every: '* * * * *', work: () => processArchiveQueue() },
}

/** All background jobs. */
export const JOBS: Jobs = {
  ...OFFLINE_JOBS,
  'check-links': { every: '*/10 * * * *', work: checkDueLinks },
}
