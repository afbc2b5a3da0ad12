import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, Invalid, NotFound } from '@/lib/platform/errors'
import { isTimeZone } from '@/lib/platform/policy/policy'
import { DraftId, UNSCHEDULED, draftFor } from './working-copy'
import { mayPublish } from './may-publish'

const Comment = z.string().trim().min(1, 'Write something first.').max(5_000)

/** Asks the others to look at a draft. */
export const submitDraft = command({
  name: 'drafts.submit',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId }),
  run: async ({ tx, actor, input: { id } }) => {
    const draft = await draftFor(tx, actor, id, 'draft:save')
    if (draft.state !== 'editing') throw new Conflict('This draft is not being edited.')
    const data = { state: 'in_review', submittedAt: new Date(), submittedById: actor.id }
    await tx.draft.update({ where: { id }, data })
  },
  detail: ({ id }) => ({ draft: id }),
})

/** Gives a draft back to its author, with what is still to do. */
export const returnDraft = command({
  name: 'drafts.return',
  permission: 'draft:review',
  input: z.strictObject({ id: DraftId, text: Comment }),
  run: async ({ tx, actor, input: { id, text } }) => {
    const draft = await draftFor(tx, actor, id, 'draft:review')
    if (draft.state !== 'in_review') throw new Conflict('This draft is not in review.')
    await tx.draft.update({ where: { id }, data: { state: 'editing', submittedAt: null, submittedById: null } })
    await tx.draftComment.create({ data: { draftId: id, text, byId: actor.id } })
  },
  detail: ({ id }) => ({ draft: id }),
})

/** A remark to the other editors, on the draft or on one of its fields. */
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

/** Says that what a comment asks for is done, or after all not. */
export const resolveComment = command({
  name: 'drafts.resolve',
  permission: 'draft:save',
  input: z.strictObject({ id: DraftId, comment: z.string().regex(/^\d{1,18}$/), resolved: z.boolean() }),
  run: async ({ tx, actor, input: { id, comment, resolved } }) => {
    await draftFor(tx, actor, id, 'draft:save')
    const data = resolved ? { resolvedAt: new Date(), resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null }
    const { count } = await tx.draftComment.updateMany({ where: { id: BigInt(comment), draftId: id }, data })
    if (!count) throw new NotFound('There is no such comment.')
  },
  detail: ({ id, comment, resolved }) => ({ draft: id, comment, resolved }),
})

/** Publishes drafts at a later moment, together. They are checked again then. */
export const scheduleDrafts = command({
  name: 'drafts.schedule',
  permission: 'record:publish',
  input: z.strictObject({
    /** Each with the save that was on the screen: what came after it was not looked at. */
    drafts: z
      .array(z.strictObject({ id: DraftId, save: z.int().min(1) }))
      .min(1)
      .max(100),
    at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    zone: z.string().refine(isTimeZone, 'Choose a time zone such as America/New_York.'),
  }),
  run: async ({ tx, actor, input }) => {
    if (input.at.getTime() < Date.now()) throw new Invalid({ at: ['Choose a moment that is still to come.'] })
    for (const { id, save } of input.drafts) {
      const draft = await draftFor(tx, actor, id, 'record:publish')
      await mayPublish(tx, actor, draft, save)
      const when = { scheduledFor: input.at, scheduledZone: input.zone, scheduledById: actor.id }
      await tx.draft.update({ where: { id }, data: { state: 'scheduled', failure: null, ...when } })
    }
  },
  detail: ({ drafts, at, zone }) => ({ drafts: drafts.map(({ id }) => id), at: at.toISOString(), zone }),
})

/** Takes drafts off the schedule; they are as they were. */
export const unscheduleDrafts = command({
  name: 'drafts.unschedule',
  permission: 'record:publish',
  input: z.strictObject({ ids: z.array(DraftId).min(1).max(100) }),
  run: async ({ tx, actor, input }) => {
    for (const id of input.ids) {
      const draft = await draftFor(tx, actor, id, 'record:publish')
      if (draft.state !== 'scheduled') throw new Conflict('This draft is not scheduled.')
      await tx.draft.update({ where: { id }, data: UNSCHEDULED })
    }
  },
  detail: ({ ids }) => ({ drafts: ids }),
})
