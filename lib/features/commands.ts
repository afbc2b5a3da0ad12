import { acceptInvitation, invite, withdrawInvitation } from '@/lib/platform/auth/invitations'
import * as own from '@/lib/platform/auth/own-account'
import * as people from '@/lib/platform/auth/people'
import { makeReset, useReset, withdrawReset } from '@/lib/platform/auth/resets'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  keepRecoveryCodes,
  renewRecoveryCodes,
} from '@/lib/platform/auth/second-factor'
import type { Command } from '@/lib/platform/commands/command'
import { requestArchive, retryArchive } from '@/lib/platform/archive/archive-requests'
import { claimArchive, recordArchiveResult } from '@/lib/platform/archive/archive-job'
import {
  answerSuggestion,
  beginFromSuggestion,
  dismissSuggestion,
  draftSuggestion,
  reopenSuggestion,
  sendSuggestion,
} from '@/lib/features/suggestions/commands'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { failScheduled } from '@/lib/platform/publishing/fail-scheduled'
import { markBulk, startBulk } from '@/lib/platform/publishing/bulk-runs'
import * as review from '@/lib/platform/publishing/review'
import { startFromWords } from './intake/start-entry'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { checkLink, recordLinkCheck } from './source-health/check-links'
import { captureAgain, captureAgainFromText } from './source-capture/recapture'
import * as starts from './source-capture/capture-source'
import { takeArchivedCopy } from './source-capture/take-archived-copy'

import { RECORD_COMMANDS } from './editing/commands'
import { IMPORT_COMMANDS } from './imports/commands'
import { MERGE_COMMANDS } from './merging/commands'

/** All commands. A test calls each one without a session and expects a rejection. */
export const COMMANDS: readonly Command[] = [
  ...Object.values(RECORD_COMMANDS),
  ...Object.values(review),
  startBulk,
  markBulk,
  ...Object.values(MERGE_COMMANDS),
  ...Object.values(starts),
  ...[checkLink, recordLinkCheck, captureAgain, captureAgainFromText, takeArchivedCopy, startFromWords],
  ...[requestArchive, retryArchive, claimArchive, recordArchiveResult, failScheduled],
  changePolicy,
  acceptInvitation,
  invite,
  withdrawInvitation,
  sendSuggestion,
  draftSuggestion,
  beginFromSuggestion,
  answerSuggestion,
  dismissSuggestion,
  reopenSuggestion,
  ...Object.values(own),
  ...Object.values(people),
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  keepRecoveryCodes,
  endSecondFactor,
  makeReset,
  withdrawReset,
  useReset,
  importPlaces,
  ...Object.values(IMPORT_COMMANDS),
]
