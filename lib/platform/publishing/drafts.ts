import { z } from 'zod'
import { Text } from '@/lib/platform/i18n/locale'
import { command } from '@/lib/platform/commands/command'
import { Prisma, json } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { newId } from './ids'
import type { RecordTypes } from './record-type'
import { isEqualJson } from './sorted-json'
import {
  Data,
  DraftId,
  type Heading,
  Origin,
  RecordId,
  UNSCHEDULED,
  draftFor,
  draftIdOf,
  lastVersion,
  saveWorkingCopy,
} from './working-copy'
import { convertData } from './history-converters'

/** The commands on drafts. No draft is public. */
export const draftCommands = (types: RecordTypes, heading: Heading) => {
  const RecordTypeName = z.enum(Object.keys(types) as [string, ...string[]])
  const draft = { type: RecordTypeName, recordId: RecordId, baseVersion: z.int().min(0), data: Data }

  return {
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
      run: async ({ tx, actor, input }) => {
        const recordId = input.recordId ?? newId()
        const id = draftIdOf({ type: input.type, id: recordId })
        if (await tx.draft.findUnique({ where: { id }, select: { id: true } })) return { id, isNew: false }
        const last = await lastVersion(tx, { type: input.type, id: recordId })
        if (input.recordId && !last && !input.data) throw new NotFound()
        const data = input.data ?? (last?.data as Data | undefined) ?? {}
        const more = input.origin && { origin: json(input.origin) }
        await saveWorkingCopy(tx, actor, heading, {
          type: input.type,
          recordId,
          data,
          baseVersion: last?.version ?? 0,
          ...(more && { more }),
        })
        return { id, isNew: true }
      },
      detail: (_, { id, isNew }) => (isNew ? { draft: id } : null),
    }),

    /**
     * Saves an editor's input. `basedOn` is the save that was on the screen. If another came after it, nothing is
     * overwritten: this one is stored apart (`aside`) until an editor has compared the two.
     */
    saveDraft: command({
      name: 'drafts.type',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId, basedOn: z.int().min(0), data: Data }),
      run: async ({ tx, actor, input }) => {
        const stored = await draftFor(tx, actor, input.id, 'draft:save')
        if (isEqualJson(stored.data, input.data)) return { save: stored.saves, aside: null, changed: false }
        if (stored.saves !== input.basedOn) {
          const row = { draftId: stored.id, save: input.basedOn, data: json(input.data), aside: true, byId: actor.id }
          const { id } = await tx.draftSave.create({ data: row })
          return { save: stored.saves, aside: String(id), changed: true }
        }
        const { type, recordId, baseVersion } = stored
        const more =
          stored.state === 'scheduled' ? UNSCHEDULED : stored.state === 'discarded' ? { state: 'editing' } : {}
        const { save } = await saveWorkingCopy(tx, actor, heading, {
          type,
          recordId,
          baseVersion,
          data: input.data,
          more,
        })
        return { save, aside: null, changed: true }
      },
      detail: ({ id }, { save, aside, changed }) => (changed ? { draft: id, save, ...(aside && { aside }) } : null),
    }),

    /** Resolves a save that was set aside, after an editor has compared the two. */
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

    /** Bases a draft on the newest published version, after an editor has compared the two. */
    rebaseDraft: command({
      name: 'drafts.rebase',
      permission: 'draft:save',
      input: z.strictObject({ id: DraftId, onto: z.int().min(1) }),
      run: async ({ tx, actor, input }) => {
        const { type, recordId } = await draftFor(tx, actor, input.id, 'draft:save')
        const last = await lastVersion(tx, { type, id: recordId })
        if (last?.version !== input.onto) throw new Conflict('publishing.anotherVersion')
        await tx.draft.update({ where: { id: input.id }, data: { baseVersion: input.onto, updatedAt: new Date() } })
      },
      detail: ({ id, onto }) => ({ draft: id, onto }),
    }),

    /** Sets how a draft is published: as a correction with its public note, or as a new version. */
    describeDraft: command({
      name: 'drafts.describe',
      permission: 'draft:save',
      input: z
        .strictObject({
          id: DraftId,
          publishAs: z.enum(['published', 'corrected', 'restored']),
          reason: Text.nullable(),
        })
        .refine(({ publishAs, reason }) => publishAs !== 'corrected' || reason, {
          path: ['reason'],
          message: 'validation.correctionReason',
        }),
      run: async ({ tx, actor, input: { id, publishAs, reason } }) => {
        await draftFor(tx, actor, id, 'draft:save')
        await tx.draft.update({ where: { id }, data: { publishAs, reason: reason ? json(reason) : Prisma.DbNull } })
      },
      detail: ({ id, publishAs }) => ({ draft: id, publishAs }),
    }),

    /** Puts an old version's data into the record's draft. The published record does not change. */
    restoreVersion: command({
      name: 'drafts.restore',
      permission: 'draft:save',
      input: z.strictObject({ type: RecordTypeName, recordId: RecordId, version: z.int().min(1) }),
      run: async ({ tx, actor, input: { type, recordId, version } }) => {
        const old = await tx.revision.findUnique({ where: { type_recordId_version: { type, recordId, version } } })
        const last = await lastVersion(tx, { type, id: recordId })
        if (!old || !last) throw new NotFound('publishing.noVersion')
        const more = { origin: json({ version }), publishAs: 'restored' }
        return saveWorkingCopy(tx, actor, heading, {
          type,
          recordId,
          baseVersion: last.version,
          data: convertData(type, old.data) as Data,
          more,
        })
      },
      detail: ({ version }, { id, save }) => ({ draft: id, save, version }),
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
  }
}
