import { mergeCommands } from '@/lib/platform/publishing/merge'
import { unmergeCommands } from '@/lib/platform/publishing/unmerge'
import { draftHeading } from '@/lib/records/draft-heading'
import { RECORD_TYPES } from '@/lib/records/registry'
import { repoint } from './repoint'
import { isSelection } from './is-selection'
import { MERGEABLE } from './merge-values'

/** Commands that merge duplicates and undo merges. */
export const MERGE_COMMANDS = {
  ...mergeCommands(RECORD_TYPES, draftHeading, MERGEABLE, repoint, isSelection),
  ...unmergeCommands(RECORD_TYPES, repoint),
}

export const { mergeRecords, notSame, maybeSame, undoMerge } = MERGE_COMMANDS
