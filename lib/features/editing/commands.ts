import { recordCommands } from '@/lib/platform/publishing/commands'
import { draftHeading } from '@/lib/records/draft-heading'
import { RECORD_TYPES } from '@/lib/records/registry'
import { publishChecksFor } from '@/lib/features/publish-checks/publish-checks'

/** Commands that write and publish drafts, for all record types. */
export const RECORD_COMMANDS = recordCommands(RECORD_TYPES, draftHeading, publishChecksFor(RECORD_TYPES))

export const {
  saveDrafts,
  startDraft,
  saveDraft,
  settleAside,
  resolveComparison,
  rebaseDraft,
  describeDraft,
  restoreVersion,
  restoreSave,
  discardDraft,
  recoverDraft,
  publishDrafts,
  scheduleDrafts,
  unscheduleDrafts,
  withdrawRecord,
  approveReason,
  changeReason,
} = RECORD_COMMANDS
