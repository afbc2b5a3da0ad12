import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'

type Written = { writerIds: readonly string[]; announcedById: string | null }

type Draft = Written & { id: string; title: string; saves: number; state: string; contentHash: string }

/**
 * The save that a person approves: the one on the screen, or the one that was approved when it was scheduled. The hash
 * of its content tells it from a save with the same number of a later draft of the record. A second person names both.
 */
export type Approval = { save: number; content?: string | undefined } | 'scheduled' | undefined

/**
 * Checks that the actor may publish the draft as it was on the screen.
 * @throws Conflict after a later save; Forbidden if the site requires a second person.
 */
export async function assertMayPublish(tx: Transaction, actor: Actor, draft: Draft, approval: Approval): Promise<void> {
  if (draft.state === 'discarded') throw new Conflict('publishing.discarded')
  const { save = draft.saves, content = draft.contentHash } = typeof approval === 'object' ? approval : {}
  if (save !== draft.saves || content !== draft.contentHash) throw new Conflict('publishing.savedSince')
  if (actor.role === 'system') return
  const aside = await tx.draftSave.count({ where: { draftId: draft.id, aside: true } })
  if (aside) throw new Conflict('publishing.saveSetAside')
  if ((await policyIn(tx)).publishOwn) return
  if (hasWritten(draft, actor)) throw new Forbidden('record:publish-own')
  if (approval !== 'scheduled' && !approval?.content) throw new Conflict('review.nameTheSave')
}

/** True if the person wrote something of what the draft would make public, so that another one has to publish it. */
export const hasWritten = ({ writerIds, announcedById }: Written, { id }: Actor): boolean =>
  writerIds.includes(id) || announcedById === id
