import type { Jobs } from '@/lib/platform/jobs/run'
import { publishScheduled } from './scheduled'

/** What is done in the background without a question to another server. */
export const OFFLINE_JOBS: Jobs = {
  'publish-scheduled': { every: '* * * * *', work: publishScheduled },
}

/** All that is done in the background. */
export const JOBS: Jobs = {
  ...OFFLINE_JOBS,
}
