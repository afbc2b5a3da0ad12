import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, Invalid } from '@/lib/platform/errors/errors'
import { isTimeZone } from '@/lib/platform/site-policy/site-policy'
import { assertMayPublish } from './may-publish'
import { type PublishChecks, assertPublishable } from './assert-publishable'
import { DraftId, UNSCHEDULED, draftFor } from './working-copy'

/** The commands that schedule publications. */
export const scheduleCommands = (checks: PublishChecks) => ({
  /** Schedules drafts to be published together. They are checked now, and again when they are published. */
  scheduleDrafts: command({
    name: 'drafts.schedule',
    permission: 'record:publish',
    input: z.strictObject({
      /** Each with the save that was on the screen: later ones were not reviewed. */
      drafts: z
        .array(z.strictObject({ id: DraftId, save: z.int().min(1) }))
        .min(1)
        .max(100),
      at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      zone: z.string().refine(isTimeZone, 'Choose a time zone such as America/New_York.'),
    }),
    run: async ({ tx, actor, input }) => {
      if (input.at.getTime() < Date.now()) throw new Invalid({ at: ['validation.futureTime'] })
      const drafts = []
      for (const { id, save } of input.drafts) {
        const draft = await draftFor(tx, actor, id, 'record:publish')
        await assertMayPublish(tx, actor, draft, save)
        drafts.push(draft)
      }
      await assertPublishable(checks, tx, actor, drafts)
      const when = { scheduledFor: input.at, scheduledZone: input.zone, scheduledById: actor.id }
      const ids = input.drafts.map(({ id }) => id)
      await tx.draft.updateMany({ where: { id: { in: ids } }, data: { state: 'scheduled', failure: null, ...when } })
    },
    detail: ({ drafts, at, zone }) => ({ drafts: drafts.map(({ id }) => id), at: at.toISOString(), zone }),
  }),

  /** Takes drafts off the schedule and returns them to editing. */
  unscheduleDrafts: command({
    name: 'drafts.unschedule',
    permission: 'record:publish',
    input: z.strictObject({ ids: z.array(DraftId).min(1).max(100) }),
    run: async ({ tx, actor, input }) => {
      for (const id of input.ids) {
        const draft = await draftFor(tx, actor, id, 'record:publish')
        if (draft.state !== 'scheduled') throw new Conflict('publishing.notScheduled')
        await tx.draft.update({ where: { id }, data: UNSCHEDULED })
      }
    },
    detail: ({ ids }) => ({ drafts: ids }),
  }),
})
