import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { Announced, REASON_MISSING, announce, needsReason } from './announce'
import { beginDraft } from './begin-draft'
import type { RecordTypes } from './record-type'
import { restoreCommands } from './restore'
import { saveCommands } from './save'
import {
  Data,
  DraftId,
  type Heading,
  Origin,
  RecordId,
  UNSCHEDULED,
  draftFor,
  lastVersion,
  saveWorkingCopy,
} from './working-copy'

/** The commands on drafts. No draft is public. */
export const draftCommands = (types: RecordTypes, heading: Heading) => {
  const RecordTypeName = z.enum(Object.keys(types) as [string, ...string[]])
  const draft = { type: RecordTypeName, recordId: RecordId, baseVersion: z.int().min(0), data: Data }

  return {
    ...saveCommands(types, heading),
    ...restoreCommands(types, heading),

    /** Saves many drafts at once, for the loader and imports. Replaces existing ones. */
    saveDrafts: command({
      name: 'drafts.save',
      permission: 'draft:save',
      input: z.strictObject({ drafts: z.array(z.strictObject(draft)).min(1).max(2_000) }),
      run: async ({ tx, actor, input }) => {
        const ids: string[] = []
        for (const one of input.drafts) ids.push((await saveWorkingCopy(tx, actor, heading, one)).id)
        return ids
      },
      detail: ({ drafts }, ids) => ({ drafts: drafts.length, first: ids[0] }),
    }),

    /** Starts a draft of a new or a published record, or returns the existing one. */
    startDraft: command({
      name: 'drafts.start',
      permission: 'draft:save',
      input: z.strictObject({
        type: RecordTypeName,
        recordId: RecordId.optional(),
        data: Data.optional(),
        origin: Origin.optional(),
      }),
      run: ({ tx, actor, input }) =>
        beginDraft(tx, actor, heading, { ...input, data: input.data ?? (input.recordId ? undefined : {}) }),
      detail: (_, { id, isNew }) => (isNew ? { draft: id } : null),
    }),

    /** Bases a draft on the newest published version, after an editor has compared the two. */
    rebaseDraft: command({
      name: 'drafts.rebase',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId, onto: z.int().min(1) }),
      run: async ({ tx, actor, input }) => {
        const { type, recordId, data } = await draftFor(tx, actor, input.id, 'draft:save')
        const last = await lastVersion(tx, { type, id: recordId })
        if (last?.version !== input.onto) throw new Conflict('publishing.anotherVersion')
        const based = { type, recordId, data: data as Data, baseVersion: input.onto, written: 'part' as const }
        await saveWorkingCopy(tx, actor, heading, based)
      },
      detail: ({ id, onto }) => ({ draft: id, onto }),
    }),

    /** Sets how a draft is published: as a correction with its public note, or as a new version. */
    describeDraft: command({
      name: 'drafts.describe',
      permission: 'draft:save',
      input: Announced.extend({
        id: DraftId,
        /** The save that was on the screen. */
        save: z.int().min(1).optional(),
      }).refine((input) => !needsReason(input), REASON_MISSING),
      run: ({ tx, actor, input: { id, save, ...announcement } }) =>
        announce(tx, actor, heading, id, announcement, save),
      detail: ({ id, publishAs }, save) => (save === null ? null : { draft: id, publishAs, save }),
    }),

    /** Hides a draft from the lists without deleting its data. Saving it again restores it. */
    discardDraft: command({
      name: 'drafts.discard',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId }),
      run: async ({ tx, actor, input: { id } }) => {
        await draftFor(tx, actor, id, 'draft:save')
        await tx.draft.update({ where: { id }, data: { ...UNSCHEDULED, state: 'discarded', updatedAt: new Date() } })
      },
      detail: ({ id }) => ({ draft: id }),
    }),

    /** Restores a discarded draft. */
    recoverDraft: command({
      name: 'drafts.recover',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId }),
      run: async ({ tx, actor, input: { id } }) => {
        const { state } = await draftFor(tx, actor, id, 'draft:save')
        if (state !== 'discarded') throw new Conflict('publishing.notDiscarded')
        await tx.draft.update({ where: { id }, data: { state: 'editing', updatedAt: new Date() } })
      },
      detail: ({ id }) => ({ draft: id }),
    }),

    /** Resolves a save that was set aside, after an editor has compared the two. Both stay in the history. */
    settleAside: command({
      name: 'drafts.settle',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId, aside: z.string().regex(/^\d{1,18}$/) }),
      run: async ({ tx, actor, input }) => {
        await draftFor(tx, actor, input.id, 'draft:save')
        const where = { id: BigInt(input.aside), draftId: input.id, aside: true }
        const { count } = await tx.draftSave.updateMany({ where, data: { aside: false } })
        if (!count) throw new NotFound('publishing.settledAlready')
      },
      detail: ({ id, aside }) => ({ draft: id, aside }),
    }),
  }
}
