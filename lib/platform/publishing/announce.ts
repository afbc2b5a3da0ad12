import { z } from 'zod'
import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { Text } from '@/lib/platform/i18n/locale'
import { isEqualJson } from './sorted-json'
import { type Announcement, type Data, type Heading, draftFor, saveWorkingCopy } from './working-copy'

/** The announcement of a draft. Readers see the kind and the note, so both are part of the draft's content. */
export const Announced = z.strictObject({
  publishAs: z.enum(['published', 'corrected', 'restored']),
  reason: Text.nullable(),
})

export const needsReason = ({ publishAs, reason }: Announcement): boolean => publishAs === 'corrected' && !reason

export const REASON_MISSING = { path: ['reason'], message: 'validation.correctionReason' }

/**
 * Saves how a draft goes out, as a save of its own. `seen` is the save that was on the screen. Returns null if nothing
 * changes.
 */
export async function announce(
  tx: Transaction,
  actor: Actor,
  heading: Heading,
  id: string,
  announcement: Announcement,
  seen?: number,
): Promise<number | null> {
  const draft = await draftFor(tx, actor, id, 'draft:save')
  if (draft.publishAs === announcement.publishAs && isEqualJson(draft.reason, announcement.reason)) return null
  if (draft.state === 'discarded') throw new Conflict('publishing.discarded')
  if (seen !== undefined && seen !== draft.saves) throw new Conflict('publishing.savedSince')
  const { type, recordId, baseVersion, data } = draft
  const { save } = await saveWorkingCopy(tx, actor, heading, {
    type,
    recordId,
    baseVersion,
    data: data as Data,
    announcement,
    // Announcing a draft does not write its words: their writers go on counting.
    written: 'part',
  })
  return save
}
