import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { DraftId, UNSCHEDULED } from './working-copy'

/** Returns scheduled drafts that could not be published to editing, with the reason. */
export const failScheduled = command({
  name: 'drafts.fail',
  permission: 'record:publish',
  input: z.strictObject({
    draftIds: z.array(DraftId).min(1),
    scheduledFor: z.iso.datetime(),
    byId: z.string(),
    failure: z.string().min(1).max(5_000),
  }),
  run: async ({ tx, input: { draftIds, scheduledFor, byId, failure } }) => {
    const where = {
      id: { in: draftIds },
      state: 'scheduled',
      scheduledFor: new Date(scheduledFor),
      scheduledById: byId,
    }
    return (await tx.draft.updateMany({ where, data: { ...UNSCHEDULED, failure } })).count
  },
  detail: ({ draftIds }, failed) => (failed ? { drafts: draftIds } : null),
})
