import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'

type Draft = { id: string; title: string; saves: number; authorId: string; state: string }

/**
 * Checks that the actor may publish the draft as it was on the screen.
 * @throws Conflict after a later save; Forbidden if the site requires a second person.
 */
export async function assertMayPublish(
  tx: Transaction,
  actor: Actor,
  draft: Draft,
  reviewedSave?: number,
): Promise<void> {
  if (draft.state === 'discarded') throw new Conflict('publishing.discarded')
  if (reviewedSave !== undefined && reviewedSave !== draft.saves) throw new Conflict('publishing.savedSince')
  if (actor.role === 'system') return
  const aside = await tx.draftSave.count({ where: { draftId: draft.id, aside: true } })
  if (aside) throw new Conflict('publishing.saveSetAside')
  if (!(await policyIn(tx)).publishOwn && (await isOnlyAuthor(tx, draft, actor.id)))
    throw new Forbidden('record:publish-own')
}

/** True if the person publishing the draft started it or saved it last. */
const isOnlyAuthor = async (tx: Transaction, draft: Draft, id: string): Promise<boolean> =>
  draft.authorId === id ||
  (await tx.draftSave.findFirst({ where: { draftId: draft.id }, orderBy: { id: 'desc' } }))?.byId === id
