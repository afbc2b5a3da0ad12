import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { DraftId, draftFor } from './working-copy'

const Comment = z.string().trim().min(1, 'validation.comment').max(5_000)

/** Submits a draft for review. */
export const submitDraft = command({
  name: 'drafts.submit',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId }),
  run: async ({ tx, actor, input: { id } }) => {
    const draft = await draftFor(tx, actor, id, 'draft:save')
    if (draft.state !== 'editing') throw new Conflict('publishing.notEditing')
    const data = { state: 'in_review', submittedAt: new Date(), submittedById: actor.id }
    await tx.draft.update({ where: { id }, data })
  },
  detail: ({ id }) => ({ draft: id }),
})

/** Withdraws a draft from review. */
export const unsubmitDraft = command({
  name: 'drafts.unsubmit',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId }),
  run: async ({ tx, actor, input: { id } }) => {
    const draft = await draftFor(tx, actor, id, 'draft:save')
    if (draft.state !== 'in_review') throw new Conflict('publishing.notInReview')
    await tx.draft.update({ where: { id }, data: { state: 'editing', submittedAt: null, submittedById: null } })
  },
  detail: ({ id }) => ({ draft: id }),
})

/** Returns a draft to its author with a comment. */
export const returnDraft = command({
  name: 'drafts.return',
  permission: 'draft:review',
  input: z.strictObject({ id: DraftId, text: Comment }),
  run: async ({ tx, actor, input: { id, text } }) => {
    const draft = await draftFor(tx, actor, id, 'draft:review')
    if (draft.state !== 'in_review') throw new Conflict('publishing.notInReview')
    await tx.draft.update({ where: { id }, data: { state: 'editing', submittedAt: null, submittedById: null } })
    await tx.draftComment.create({ data: { draftId: id, text, byId: actor.id } })
  },
  detail: ({ id }) => ({ draft: id }),
})

/** Comments on a draft or on one of its fields. */
export const commentOnDraft = command({
  name: 'drafts.comment',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId, text: Comment, field: z.string().max(200).nullable().default(null) }),
  run: async ({ tx, actor, input: { id, text, field } }) => {
    await draftFor(tx, actor, id, 'draft:save')
    const { id: comment } = await tx.draftComment.create({ data: { draftId: id, text, field, byId: actor.id } })
    return String(comment)
  },
  detail: ({ id }, comment) => ({ draft: id, comment }),
})

/** Resolves a comment, or reopens it. */
export const resolveComment = command({
  name: 'drafts.resolve',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId, comment: z.string().regex(/^\d{1,18}$/), resolved: z.boolean() }),
  run: async ({ tx, actor, input: { id, comment, resolved } }) => {
    await draftFor(tx, actor, id, 'draft:save')
    const data = resolved ? { resolvedAt: new Date(), resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null }
    const { count } = await tx.draftComment.updateMany({ where: { id: BigInt(comment), draftId: id }, data })
    if (!count) throw new NotFound('publishing.noComment')
  },
  detail: ({ id, comment, resolved }) => ({ draft: id, comment, resolved }),
})
