import { acceptInvitation, invite, withdrawInvitation } from '@/lib/platform/accounts/invitations'
import * as own from '@/lib/platform/accounts/own'
import * as people from '@/lib/platform/accounts/people'
import { makeReset, useReset, withdrawReset } from '@/lib/platform/accounts/resets'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  keepRecoveryCodes,
  renewRecoveryCodes,
} from '@/lib/platform/accounts/second-factor'
import type { Command } from '@/lib/platform/commands/command'
import { requestArchive, retryArchive } from '@/lib/platform/archive/requests'
import { claimArchive, noteArchive } from '@/lib/platform/archive/work'
import {
  answerSuggestion,
  dismissSuggestion,
  draftSuggestion,
  reopenSuggestion,
  sendSuggestion,
} from '@/lib/platform/submissions/commands'
import { changePolicy } from '@/lib/platform/policy/policy'
import { importCommands } from '@/lib/platform/imports/commands'
import { recordCommands } from '@/lib/platform/records/commands'
import { failScheduled } from '@/lib/platform/records/fail-scheduled'
import { markBulk, startBulk } from '@/lib/platform/records/bulk'
import { mergeCommands } from '@/lib/platform/records/merge'
import * as review from '@/lib/platform/records/review'
import { unmergeCommands } from '@/lib/platform/records/unmerge'
import { readyFor } from './desk/ready'
import { federalActions } from './federal-actions/commands'
import { draftHeading } from './heading'
import { importersFor } from './imports/importers'
import { wordsHeld } from './held-words'
import { startFromWords } from './intake/start-entry'
import { importPlaces } from './jurisdictions/import-places'
import { jurisdictions } from './jurisdictions/commands'
import { labels } from './labels/commands'
import { repoint } from './merging/repoint'
import { MERGEABLE } from './merging/united'
import { officials } from './officials/commands'
import { organizations } from './organizations/commands'
import { policies } from './policies/commands'
import { checkLink, noteLink } from './sources/check'
import { sources } from './sources/commands'
import { captureAgain, captureAgainFromText } from './sources/recapture'
import * as starts from './sources/start'
import { takeArchivedCopy } from './sources/take-copy'
import { stances } from './stances/commands'
import { statements } from './statements/commands'

/** Every kind of record, each after those that it names: the order in which content is published. */
export const ROOMS = {
  jurisdictions,
  organizations,
  sources,
  officials: wordsHeld(officials),
  'federal-actions': wordsHeld(federalActions),
  policies: wordsHeld(policies),
  statements: wordsHeld(statements),
  stances: wordsHeld(stances),
  labels: wordsHeld(labels),
} as const

export type RoomName = keyof typeof ROOMS

const recordings = recordCommands(ROOMS, draftHeading, readyFor(ROOMS))

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
  ...[checkLink, noteLink, captureAgain, captureAgainFromText, takeArchivedCopy, startFromWords],
  ...[requestArchive, retryArchive, claimArchive, noteArchive, failScheduled],
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
