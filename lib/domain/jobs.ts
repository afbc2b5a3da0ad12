import { ARCHIVE_JOB } from '@/lib/platform/archive/requests'
import { workThroughArchive } from '@/lib/platform/archive/work'
import type { Jobs } from '@/lib/platform/jobs/run'
import { workThroughImports } from './imports/work'
import { publishScheduled } from './scheduled'
import { checkDueLinks } from './sources/check'

/** What asks no server, or only the archive that the settings name. */
export const OFFLINE_JOBS: Jobs = {
  imports: { every: '* * * * *', work: workThroughImports },
  'publish-scheduled': { every: '* * * * *', work: publishScheduled },
  [ARCHIVE_JOB]: { every: '* * * * *', work: () => workThroughArchive() },
}

/** All that is done in the background. */
export const JOBS: Jobs = {
  ...OFFLINE_JOBS,
  'check-links': { every: '*/10 * * * *', work: checkDueLinks },
}
