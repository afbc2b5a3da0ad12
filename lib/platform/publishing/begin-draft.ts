import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { NotFound } from '@/lib/platform/errors/errors'
import { newId } from './ids'
import { assertNotMerged } from './merged-away'
import { type Data, type Heading, type Origin, draftIdOf, lastVersion, saveWorkingCopy } from './working-copy'

type Beginning = { type: string; recordId?: string | undefined; data?: Data | undefined; origin?: Origin | undefined }

/**
 * Begins a draft of a new or a published record, or returns the existing one.
 * @throws NotFound for an unknown record; Conflict if it was merged into another.
 */
export async function beginDraft(
  tx: Transaction,
  actor: Actor,
  heading: Heading,
  { type, data, origin, recordId = newId() }: Beginning,
): Promise<{ id: string; isNew: boolean }> {
  const id = draftIdOf({ type, id: recordId })
  if (await tx.draft.findUnique({ where: { id }, select: { id: true } })) return { id, isNew: false }
  const last = await lastVersion(tx, { type, id: recordId })
  const beginning = data ?? (last?.data as Data | undefined)
  if (!beginning) throw new NotFound()
  await assertNotMerged(tx, [{ type, id: recordId }])
  await saveWorkingCopy(tx, actor, heading, {
    type,
    recordId,
    data: beginning,
    baseVersion: last?.version ?? 0,
    ...(origin && { origin }),
  })
  return { id, isNew: true }
}
