import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { convertData } from './history-converters'
import { assertNotMerged } from './merged-away'
import type { RecordTypes } from './record-type'
import { Data, DraftId, type Heading, RecordId, draftFor, lastVersion, saveWorkingCopy } from './working-copy'

/** The commands that put an earlier state into a draft. The published record does not change. */
export const restoreCommands = (types: RecordTypes, heading: Heading) => ({
  /** Puts an old version's data into the record's draft. */
  restoreVersion: command({
    name: 'drafts.restore',
    permission: 'draft:save',
    input: z.strictObject({
      type: z.enum(Object.keys(types) as [string, ...string[]]),
      recordId: RecordId,
      version: z.int().min(1),
    }),
    run: async ({ tx, actor, input: { type, recordId, version } }) => {
      const old = await tx.revision.findUnique({ where: { type_recordId_version: { type, recordId, version } } })
      const last = await lastVersion(tx, { type, id: recordId })
      if (!old || !last) throw new NotFound('publishing.noVersion')
      await assertNotMerged(tx, [{ type, id: recordId }])
      return saveWorkingCopy(tx, actor, heading, {
        type,
        recordId,
        baseVersion: last.version,
        data: convertData(type, old.data) as Data,
        origin: { version },
        announcement: { publishAs: 'restored', reason: null },
      })
    },
    detail: ({ version }, { id, save }) => ({ draft: id, save, version }),
  }),

  /** Takes up an earlier save of a draft again, as its newest save. */
  restoreSave: command({
    name: 'drafts.restore-save',
    permission: 'draft:save',
    input: z.strictObject({
      id: DraftId,
      save: z.string().regex(/^\d{1,18}$/),
      /** The save that was on the screen. */
      basedOn: z.int().min(1),
    }),
    run: async ({ tx, actor, input }) => {
      const { id, saves, type, recordId, baseVersion } = await draftFor(tx, actor, input.id, 'draft:save')
      if (saves !== input.basedOn) throw new Conflict('publishing.savedSince')
      const earlier = await tx.draftSave.findFirst({ where: { id: BigInt(input.save), draftId: id } })
      if (!earlier) throw new NotFound('publishing.noVersion')
      // The page lists saves without their words, so those who may have written them count as writers.
      const authors = await tx.draftSave.findMany({
        where: { draftId: id, id: { lte: earlier.id } },
        distinct: ['byId'],
        select: { byId: true },
      })
      const data = earlier.data as Data
      const alsoBy = authors.map(({ byId }) => byId)
      return saveWorkingCopy(tx, actor, heading, { type, recordId, baseVersion, data, alsoBy })
    },
    detail: (_, { id, save }) => ({ draft: id, save }),
  }),
})
