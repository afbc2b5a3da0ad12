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
  dismissSuggestion,
  draftSuggestion,
  reopenSuggestion,
  sendSuggestion,
} from '@/lib/features/suggestions/commands'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { importCommands } from '@/lib/platform/imports/commands'
import { recordCommands } from '@/lib/platform/publishing/commands'
import { failScheduled } from '@/lib/platform/publishing/fail-scheduled'
import { markBulk, startBulk } from '@/lib/platform/publishing/bulk-runs'
import { mergeCommands } from '@/lib/platform/publishing/merge'
import * as review from '@/lib/platform/publishing/review'
import { unmergeCommands } from '@/lib/platform/publishing/unmerge'
import { publishChecksFor } from './publish-checks/publish-checks'
import { federalActions } from '@/lib/records/federal-actions/storage'
import { draftHeading } from '@/lib/records/draft-heading'
import { importersFor } from './imports/importers'
import { withQuoteCheck } from './editing/verify-quotes'
import { startFromWords } from './intake/start-entry'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { jurisdictions } from '@/lib/records/jurisdictions/storage'
import { labels } from '@/lib/records/labels/storage'
import { repoint } from './merging/repoint'
import { MERGEABLE } from './merging/merge-values'
import { officials } from '@/lib/records/officials/storage'
import { organizations } from '@/lib/records/organizations/storage'
import { policies } from '@/lib/records/policies/storage'
import { checkLink, recordLinkCheck } from './source-health/check-links'
import { sources } from '@/lib/records/sources/storage'
import { captureAgain, captureAgainFromText } from './source-capture/recapture'
import * as starts from './source-capture/capture-source'
import { takeArchivedCopy } from './source-capture/take-archived-copy'
import { stances } from '@/lib/records/stances/storage'
import { statements } from '@/lib/records/statements/storage'

/** Every kind of record, each after those that it names: the order in which content is published. */
export const ROOMS = {
  jurisdictions,
  organizations,
  sources,
  officials: withQuoteCheck(officials),
  'federal-actions': withQuoteCheck(federalActions),
  policies: withQuoteCheck(policies),
  statements: withQuoteCheck(statements),
  stances: withQuoteCheck(stances),
  labels: withQuoteCheck(labels),
} as const

export type RoomName = keyof typeof ROOMS

const recordings = recordCommands(ROOMS, draftHeading, publishChecksFor(ROOMS))

export const {
  saveDrafts,
  startDraft,
  saveDraft,
  settleAside,
  rebaseDraft,
  describeDraft,
  restoreVersion,
  discardDraft,
  recoverDraft,
  publishDrafts,
  scheduleDrafts,
  unscheduleDrafts,
  withdrawRecord,
} = recordings
export { importPlaces }

/** Every way to read a file. */
export const IMPORTERS = importersFor(ROOMS)

const imports = importCommands(ROOMS, IMPORTERS)

export const {
  startImport,
  mapImport,
  correctImport,
  checkImport,
  beginImport,
  stepImport,
  stopImport,
  revertImport,
  discardImport,
} = imports

const merging = { ...mergeCommands(ROOMS, draftHeading, MERGEABLE, repoint), ...unmergeCommands(ROOMS) }

export const { mergeRecords, notSame, maybeSame, undoMerge } = merging

/** Every command there is. A test calls each of them as nobody, and is refused. */
export const COMMANDS: readonly Command[] = [
  ...Object.values(recordings),
  ...Object.values(review),
  startBulk,
  markBulk,
  ...Object.values(merging),
  ...Object.values(starts),
  ...[checkLink, recordLinkCheck, captureAgain, captureAgainFromText, takeArchivedCopy, startFromWords],
  ...[requestArchive, retryArchive, claimArchive, recordArchiveResult, failScheduled],
  changePolicy,
  acceptInvitation,
  invite,
  withdrawInvitation,
  sendSuggestion,
  draftSuggestion,
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
  ...Object.values(imports),
]
