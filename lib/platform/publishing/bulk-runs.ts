import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { isTimeZone, policyIn } from '@/lib/platform/site-policy/site-policy'
import { contentHashes } from './approval'
import { DraftId } from './working-copy'

export const BULK_KINDS = ['submit', 'unsubmit', 'publish', 'schedule', 'unschedule', 'discard', 'recover'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

const RunId = z.uuid()

/**
 * Records an action on many drafts: exactly these, each at its current save. Each draft is then processed by its own
 * command, one after the other, so that a failure stops no other.
 */
export const startBulk = command({
  name: 'bulk.start',
  permission: 'draft:save',
  input: z
    .strictObject({
      kind: z.enum(BULK_KINDS),
      ids: z.array(DraftId).min(1, 'Tick the drafts first.').max(2_000),
      /** The number of drafts that the page showed as selected. */
      count: z.int(),
      back: z.string().regex(/^\/admin\/entries(\?[^\s]*)?$/),
      at: z.iso
        .datetime({ offset: true })
        .transform((text) => new Date(text))
        .nullable()
        .default(null),
      zone: z.string().refine(isTimeZone).nullable().default(null),
      /** The run that this one undoes. */
      undoes: RunId.nullable().default(null),
    })
    .refine(({ kind, at, zone }) => (kind === 'schedule') === (at !== null && zone !== null), {
      path: ['at'],
      message: 'review.unreadable',
    }),
  run: async ({ tx, actor, input }) => {
    // A list shows no words, so nobody can approve from it as a second person.
    const publishes = input.kind === 'publish' || input.kind === 'schedule'
    if (publishes && !(await policyIn(tx)).publishOwn) throw new Conflict('review.nameTheSave')
    const ids = [...new Set(input.ids)]
    if (ids.length !== input.count)
      throw new Conflict('publishing.selectionChanged', { count: input.count, arrived: ids.length })
    if (input.at && input.at.getTime() < Date.now()) throw new Invalid({ at: ['validation.futureTime'] })
    const found = await tx.draft.findMany({
      where: { id: { in: ids } },
      select: { id: true, title: true, saves: true },
    })
    const byId = new Map(found.map((draft) => [draft.id, draft]))
    const contents = await contentHashes(tx, ids)
    const { kind, back, at: moment, zone } = input
    const { id } = await tx.bulkRun.create({ data: { kind, back, moment, zone, byId: actor.id } })
    await tx.bulkItem.createMany({
      data: ids.map((draftId, position) => {
        const draft = byId.get(draftId)
        const content = contents.get(draftId) ?? null
        return { runId: id, position, draftId, title: draft?.title || draftId, save: draft?.saves ?? 0, content }
      }),
    })
    if (input.undoes) {
      const { count } = await tx.bulkRun.updateMany({
        where: { id: input.undoes, byId: actor.id, undoneBy: null },
        data: { undoneBy: id },
      })
      if (!count) throw new Conflict('publishing.undoneAlready')
    }
    return { id, drafts: ids.length }
  },
  detail: ({ kind }, { id, drafts }) => ({ run: id, kind, drafts }),
})

/** Records the outcome of some items. Their changes are in the history under their own commands. */
export const markBulk = command({
  name: 'bulk.mark',
  permission: 'draft:save',
  input: z.strictObject({
    run: RunId,
    marks: z.array(z.strictObject({ position: z.int().min(0), message: z.string().max(2_000).nullable() })).max(2_000),
  }),
  run: async ({ tx, actor, input }) => {
    const run = await tx.bulkRun.findUnique({ where: { id: input.run } })
    if (!run) throw new NotFound()
    if (run.byId !== actor.id) throw new Forbidden('draft:save')
    for (const { position, message } of input.marks)
      await tx.bulkItem.updateMany({
        where: { runId: run.id, position, state: 'waiting' },
        data: { state: message === null ? 'done' : 'failed', message },
      })
    if (!(await tx.bulkItem.count({ where: { runId: run.id, state: 'waiting' } })))
      await tx.bulkRun.update({ where: { id: run.id }, data: { finishedAt: new Date() } })
  },
  detail: () => null,
})
