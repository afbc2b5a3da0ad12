import { z } from 'zod'
import { Text } from '@/lib/platform/i18n/locale'
import { command } from '@/lib/platform/commands/command'
import { deleteRows } from '@/lib/platform/database/bulk-write'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { draftCommands } from './drafts'
import { publish } from './publish'
import { assertMayPublish } from './may-publish'
import { type PublishChecks, assertPublishable } from './assert-publishable'
import type { RecordTypes } from './record-type'
import { scheduleCommands } from './schedule'
import { withdraw } from './withdraw'
import { DraftId, type Heading, RecordId } from './working-copy'

/** The commands that every record type has. */
export const recordCommands = (types: RecordTypes, heading: Heading, ready: PublishChecks) => ({
  ...draftCommands(types, heading),
  ...scheduleCommands(ready),

  /** Publishes drafts together, all or none, each after those that it links to. Deletes the drafts. */
  publishDrafts: command({
    name: 'drafts.publish',
    permission: 'record:publish',
    input: z
      .strictObject({
        draftIds: z.array(DraftId).min(1).max(2_000),
        /** The save of each that was on the screen: later ones were not reviewed. */
        saves: z.record(z.string(), z.int()).default({}),
        kind: z.enum(['published', 'corrected', 'restored']).optional(),
        reason: Text.nullable().default(null),
        /** The time for which all of them must still be scheduled. */
        scheduledFor: z.iso.datetime().optional(),
      })
      .refine(({ kind, reason }) => kind !== 'corrected' || reason, {
        path: ['reason'],
        message: 'validation.correctionReason',
      }),
    run: async ({ tx, actor, input }) => {
      const drafts = await tx.rows<Draft>(sql`
        SELECT id, type, record_id AS "recordId", base_version AS "baseVersion", data, title, state, saves,
          author_id AS "authorId", publish_as AS "publishAs", reason, scheduled_for AS "scheduledFor"
        FROM draft WHERE id = ANY(${input.draftIds}) ORDER BY id FOR UPDATE`)
      if (drafts.length < new Set(input.draftIds).size) throw new NotFound('publishing.noDraft')
      const { scheduledFor } = input
      if (scheduledFor && drafts.some((draft) => draft.scheduledFor?.toISOString() !== scheduledFor))
        throw new Conflict('publishing.scheduledApart')
      for (const draft of drafts) await assertMayPublish(tx, actor, draft, input.saves[draft.id])
      await assertPublishable(ready, tx, actor, drafts)
      const given = input.draftIds.map((id) => drafts.find((draft) => draft.id === id)!)
      const entries = inDependencyOrder(types, given).map(
        ({ type, recordId, baseVersion, data, publishAs, reason }) => ({
          type,
          id: recordId,
          baseVersion,
          data,
          kind: input.kind ?? publishAs,
          reason: input.reason ?? reason,
        }),
      )
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
    run: ({ tx, actor, input }) => withdraw(tx, types, actor.id, { type: input.type, id: input.id }, input.reason),
    detail: ({ type, id }) => ({ withdrawn: `${type}/${id}` }),
  }),
})

type Draft = {
  id: string
  type: string
  recordId: string
  baseVersion: number
  data: unknown
  title: string
  state: string
  saves: number
  authorId: string
  publishAs: 'published' | 'corrected' | 'restored'
  reason: Text | null
  scheduledFor: Date | null
}

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
