import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, Invalid } from '@/lib/platform/errors/errors'
import { isTimeZone } from '@/lib/platform/site-policy/site-policy'
import { lockedDrafts } from './approval'
import { assertMayPublish } from './may-publish'
import { assertNotMerged } from './merged-away'
import { type PublishChecks, assertPublishable } from './assert-publishable'
import { DraftId, UNSCHEDULED, draftFor } from './working-copy'

/** The commands that schedule publications. */
export const scheduleCommands = (checks: PublishChecks) => ({
  /**
   * Schedules drafts to be published together. They are checked now, and again when they are published. Only the content
   * that they have now is approved.
   */
  scheduleDrafts: command({
    name: 'drafts.schedule',
    permission: 'record:publish',
    input: z.strictObject({
      /** Each with the save that was on the screen: later ones were not reviewed. */
      drafts: z
        .array(z.strictObject({ id: DraftId, save: z.int().min(1), content: z.string().optional() }))
        .min(1)
        .max(100),
      at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      zone: z.string().refine(isTimeZone, 'Choose a time zone such as America/New_York.'),
    }),
    run: async ({ tx, actor, input }) => {
      if (input.at.getTime() < Date.now()) throw new Invalid({ at: ['validation.futureTime'] })
      const approvals = new Map(input.drafts.map(({ id, save, content }) => [id, { save, content }]))
      const ids = [...approvals.keys()].toSorted()
      const drafts = await lockedDrafts(tx, ids)
      for (const draft of drafts) await assertMayPublish(tx, actor, draft, approvals.get(draft.id))
      await assertNotMerged(
        tx,
        drafts.map(({ type, recordId: id }) => ({ type, id })),
      )
      await assertPublishable(checks, tx, actor, drafts)
      await tx.rows(sql`
        UPDATE draft SET state = 'scheduled', failure = NULL, scheduled_for = ${input.at}, scheduled_zone = ${input.zone},
          scheduled_by_id = ${actor.id}, approved_hash = draft_content_hash(draft), scheduled_with = ${ids}
        WHERE id = ANY(${ids})`)
    },
    detail: ({ drafts, at, zone }) => ({ drafts: drafts.map(({ id }) => id), at: at.toISOString(), zone }),
  }),

  /** Takes drafts off the schedule and returns them to editing. */
  unscheduleDrafts: command({
    name: 'drafts.unschedule',
    permission: 'record:publish',
    input: z.strictObject({ ids: z.array(DraftId).min(1).max(100) }),
    run: async ({ tx, actor, input }) => {
      for (const id of input.ids.toSorted()) {
        const draft = await draftFor(tx, actor, id, 'record:publish')
        if (draft.state !== 'scheduled') throw new Conflict('publishing.notScheduled')
        await tx.draft.update({ where: { id }, data: UNSCHEDULED })
      }
    },
    detail: ({ ids }) => ({ drafts: ids }),
  }),
})
