import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'

type Draft = { id: string; title: string; saves: number; authorId: string; state: string }

/**
 * Whether this actor may publish this draft, as it stood on the screen.
 * @throws Conflict when somebody saved it since; Forbidden when the site asks for a second person.
 */
export async function assertMayPublish(tx: Transaction, actor: Actor, draft: Draft, seen?: number): Promise<void> {
  if (draft.state === 'discarded') throw new Conflict('This draft was discarded. Recover it first.')
  if (seen !== undefined && seen !== draft.saves)
    throw new Conflict('Somebody saved this draft since you opened it. Look at it again, then publish.')
  if (actor.role === 'system') return
  const aside = await tx.draftSave.count({ where: { draftId: draft.id, aside: true } })
  if (aside) throw new Conflict('A save of this draft was set aside. Compare the two first.')
  if (!(await policyIn(tx)).publishOwn && (await isOnlyAuthor(tx, draft, actor.id)))
    throw new Forbidden('record:publish-own')
}

/** Whether nobody else took part in writing what this person would publish. */
const isOnlyAuthor = async (tx: Transaction, draft: Draft, id: string): Promise<boolean> =>
  draft.authorId === id ||
  (await tx.draftSave.findFirst({ where: { draftId: draft.id }, orderBy: { id: 'desc' } }))?.byId === id
