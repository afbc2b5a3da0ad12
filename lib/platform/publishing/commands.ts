import { z } from 'zod'
import { Text } from '@/lib/platform/i18n/locale'
import { command } from '@/lib/platform/commands/command'
import { deleteRows } from '@/lib/platform/database/bulk-write'
import { Announced, REASON_MISSING, needsReason } from './announce'
import {
  announcementOf,
  approvalOf,
  assertApproved,
  assertNoUnseenWords,
  assertScheduled,
  lockedDrafts,
} from './approval'
import { draftCommands } from './drafts'
import { publish } from './publish'
import { assertMayPublish } from './may-publish'
import { type PublishChecks, assertPublishable } from './assert-publishable'
import type { RecordTypes } from './record-type'
import { scheduleCommands } from './schedule'
import { reasonCommands, withdrawWithReason } from './waiting-reason'
import { DraftId, type Heading, RecordId } from './working-copy'

/** The commands that every record type has. */
export const recordCommands = (types: RecordTypes, heading: Heading, ready: PublishChecks) => ({
  ...draftCommands(types, heading),
  ...scheduleCommands(ready),
  ...reasonCommands(types),

  /**
   * Publishes drafts together, all or none, each after those that it links to. Deletes the drafts. What becomes public
   * is exactly what was approved: the saves on the screen, or what was approved when the drafts were scheduled.
   */
  publishDrafts: command({
    name: 'drafts.publish',
    permission: 'record:publish',
    input: z
      .strictObject({
        draftIds: z.array(DraftId).min(1).max(2_000),
        /** The save of each that was on the screen: later ones were not reviewed. */
        saves: z.record(z.string(), z.int()).default({}),
        /** The hash of that save's content. Where a second person is asked for, each needs one. */
        contents: z.record(z.string(), z.string()).default({}),
        /** The publisher's announcement of one of them. It is rejected if the site requires a second person. */
        announce: Announced.extend({ id: DraftId })
          .refine((one) => !needsReason(one), REASON_MISSING)
          .optional(),
        kind: z.enum(['published', 'corrected', 'restored']).optional(),
        reason: Text.nullable().default(null),
        /** The time for which all of them must still be scheduled. */
        scheduledFor: z.iso.datetime().optional(),
      })
      .refine(({ kind, reason }) => kind !== 'corrected' || reason, REASON_MISSING),
    run: async ({ tx, actor, input }) => {
      const { scheduledFor } = input
      const drafts = await lockedDrafts(tx, input.draftIds)
      await assertNoUnseenWords(tx, actor, drafts, input)
      if (scheduledFor) assertScheduled(drafts, actor, scheduledFor)
      for (const draft of drafts) await assertMayPublish(tx, actor, draft, approvalOf(draft, input))
      await assertPublishable(ready, tx, actor, drafts)
      if (scheduledFor) assertApproved(drafts)
      const given = input.draftIds.map((id) => drafts.find((draft) => draft.id === id)!)
      const entries = inDependencyOrder(types, given).map((draft) => ({
        type: draft.type,
        id: draft.recordId,
        baseVersion: draft.baseVersion,
        data: draft.data,
        ...announcementOf(draft, input),
      }))
      const published = await publish(tx, types, actor.id, entries)
      await tx.rows(deleteRows('draft', 'id', input.draftIds))
      return published
    },
    detail: (_, published) => ({ published: published.map(({ type, id, version }) => `${type}/${id}@${version}`) }),
  }),

  /** Takes a record off the public pages. Its address then shows the reason. */
  withdrawRecord: command({
    name: 'records.withdraw',
    permission: 'record:withdraw',
    input: z.strictObject({ type: z.enum(Object.keys(types) as [string, ...string[]]), id: RecordId, reason: Text }),
    run: ({ tx, actor, input: { type, id, reason } }) => withdrawWithReason(tx, types, actor, { type, id }, reason),
    detail: ({ type, id }) => ({ withdrawn: `${type}/${id}` }),
  }),
})

type DraftToSort = { type: string; recordId: string; data: unknown }

/** Sorts each draft after those that it links to, and keeps the order otherwise. */
export function inDependencyOrder<D extends DraftToSort>(types: RecordTypes, drafts: D[]): D[] {
  const byKey = new Map(drafts.map((draft) => [`${draft.type}/${draft.recordId}`, draft]))
  const ordered = new Set<D>()
  const begun = new Set<D>()
  const visit = (draft: D) => {
    if (begun.has(draft)) return
    begun.add(draft)
    for (const { type, id } of types[draft.type]!.links(draft.data)) {
      const named = byKey.get(`${type}/${id}`)
      if (named) visit(named)
    }
    ordered.add(draft)
  }
  drafts.forEach(visit)
  return [...ordered]
}
