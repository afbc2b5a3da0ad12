import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { beginDraft } from './begin-draft'
import type { RecordTypes } from './record-type'
import { isEqualJson } from './sorted-json'
import { Data, DraftId, type Heading, RecordId, draftFor, lastVersion, saveWorkingCopy } from './working-copy'

const AsideId = z.string().regex(/^\d{1,18}$/)

/** The commands behind the entry form and the page that compares two states of a draft. */
export const saveCommands = (types: RecordTypes, heading: Heading) => ({
  /**
   * Saves an editor's input. `basedOn` is the save that was on the screen. If another came after it, nothing is
   * overwritten: this one is stored apart (`aside`) until an editor has compared the two.
   */
  saveDraft: command({
    name: 'drafts.type',
    permission: 'draft:save',
    input: z.strictObject({
      id: DraftId,
      basedOn: z.int().min(0),
      data: Data,
      /** Drafts of records that the input names and that don't exist yet. */
      creates: z
        .array(
          z.strictObject({ type: z.enum(Object.keys(types) as [string, ...string[]]), recordId: RecordId, data: Data }),
        )
        .max(10)
        .default([]),
      /** An earlier save of this form that was set aside, and that this one replaces. */
      replaces: AsideId.nullable().default(null),
    }),
    run: async ({ tx, actor, input: { id, basedOn, data, creates, replaces } }) => {
      const stored = await draftFor(tx, actor, id, 'draft:save')
      for (const one of creates) await beginDraft(tx, actor, heading, one)
      const settle = (aside: string | null) => replaces && replaces !== aside && settleSave(tx, id, replaces)
      if (isEqualJson(stored.data, data)) {
        await settle(null)
        return { save: stored.saves, aside: null, changed: creates.length > 0 }
      }
      if (stored.saves !== basedOn && !(await sameDataAs(tx, id, basedOn, stored.data))) {
        const row = { draftId: id, save: basedOn, data: json(data), aside: true, byId: actor.id }
        const aside = String((await tx.draftSave.create({ data: row })).id)
        await settle(aside)
        return { save: stored.saves, aside, changed: true }
      }
      const { type, recordId, baseVersion } = stored
      const { save } = await saveWorkingCopy(tx, actor, heading, { type, recordId, baseVersion, data })
      await settle(null)
      return { save, aside: null, changed: true }
    },
    detail: ({ id }, { save, aside, changed }) => (changed ? { draft: id, save, ...(aside && { aside }) } : null),
  }),

  /** Saves what an editor chose between a draft and a save that was set aside, or a version published meanwhile. */
  resolveComparison: command({
    name: 'drafts.compare',
    permission: 'draft:save',
    input: z
      .strictObject({
        id: DraftId,
        basedOn: z.int().min(1),
        data: Data,
        aside: AsideId.nullable().default(null),
        onto: z.int().min(1).nullable().default(null),
      })
      .refine(({ aside, onto }) => (aside === null) !== (onto === null)),
    run: async ({ tx, actor, input: { id, basedOn, data, aside, onto } }) => {
      const stored = await draftFor(tx, actor, id, 'draft:save')
      if (stored.saves !== basedOn) throw new Conflict('publishing.compareAgain')
      const { type, recordId } = stored
      if (onto !== null && (await lastVersion(tx, { type, id: recordId }))?.version !== onto)
        throw new Conflict('publishing.anotherVersion')
      if (aside !== null && !(await settleSave(tx, id, aside))) throw new NotFound('publishing.settledAlready')
      const baseVersion = onto ?? stored.baseVersion
      if (baseVersion === stored.baseVersion && isEqualJson(stored.data, data)) return stored.saves
      return (await saveWorkingCopy(tx, actor, heading, { type, recordId, baseVersion, data })).save
    },
    detail: ({ id, aside, onto }, save) => ({ draft: id, save, ...(aside && { aside }), ...(onto && { onto }) }),
  }),
})

const settleSave = async (tx: Transaction, draftId: string, aside: string): Promise<boolean> => {
  const where = { id: BigInt(aside), draftId, aside: true }
  return (await tx.draftSave.updateMany({ where, data: { aside: false } })).count > 0
}

/** True if later saves changed only how the draft goes out. The input then overwrites nothing. */
const sameDataAs = async (tx: Transaction, draftId: string, save: number, data: unknown): Promise<boolean> => {
  const [earlier] = await tx.draftSave.findMany({
    where: { draftId, save, aside: false },
    orderBy: { id: 'asc' },
    take: 1,
    select: { data: true },
  })
  return earlier !== undefined && isEqualJson(earlier.data, data)
}
