import { ARCHIVE_JOB } from '@/lib/platform/archive/requests'
import { workThroughArchive } from '@/lib/platform/archive/work'
import type { Jobs } from '@/lib/platform/jobs/run'
import { workThroughImports } from './imports/work'
import { publishScheduled } from './scheduled'
import { checkDueLinks } from './sources/check'

/** What is done in the background without a question to another server. */
export const OFFLINE_JOBS: Jobs = {
  imports: { every: '* * * * *', work: workThroughImports },
  'publish-scheduled': { every: '* * * * *', work: publishScheduled },
}

/** All that is done in the background. */
export const JOBS: Jobs = {
  ...OFFLINE_JOBS,
  [ARCHIVE_JOB]: { every: '* * * * *', work: workThroughArchive },
  'check-links': { every: '*/10 * * * *', work: checkDueLinks },
}
