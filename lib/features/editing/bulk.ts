import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { type BulkKind, markBulk } from '@/lib/platform/publishing/bulk-runs'
import { submitDraft, unsubmitDraft } from '@/lib/platform/publishing/review'
import { publishOrder } from '@/lib/records/publish-order'
import { discardDraft, publishDrafts, recoverDraft, scheduleDrafts, unscheduleDrafts } from './commands'
import { type BulkItem, type BulkRun, bulkRun } from './bulk-queries'

/** The inverse action, where there is one. Undoing a publication means restoring and publishing again. */
export const UNDOES: Partial<Record<BulkKind, BulkKind>> = {
  submit: 'unsubmit',
  schedule: 'unschedule',
  discard: 'recover',
  recover: 'discard',
}

const act: Record<BulkKind, (actor: Actor, item: BulkItem, run: BulkRun) => Promise<unknown>> = {
  submit: (actor, { draftId: id }) => submitDraft(actor, { id }),
  unsubmit: (actor, { draftId: id }) => unsubmitDraft(actor, { id }),
  discard: (actor, { draftId: id }) => discardDraft(actor, { id }),
  recover: (actor, { draftId: id }) => recoverDraft(actor, { id }),
  unschedule: (actor, { draftId }) => unscheduleDrafts(actor, { ids: [draftId] }),
  publish: (actor, { draftId, save, content }) =>
    publishDrafts(actor, {
      draftIds: [draftId],
      saves: save ? { [draftId]: save } : {},
      contents: content ? { [draftId]: content } : {},
    }),
  schedule: (actor, { draftId, save, content }, { moment, zone }) =>
    scheduleDrafts(actor, {
      drafts: [{ id: draftId, save, ...(content && { content }) }],
      at: moment!.toISOString(),
      zone,
    }),
}

/** Items per progress update. */
const STEP = 5

const running = new Set<string>()

/** Continues a bulk run until it is done, or until the time `until`. Returns whether it is done. */
export async function continueBulkRun(actor: Actor, id: string, until = Infinity): Promise<boolean> {
  if (running.has(id)) return false
  running.add(id)
  try {
    const run = await bulkRun(id)
    if (!run) throw new NotFound()
    if (run.byId !== actor.id) throw new Forbidden('draft:save')
    let waiting = run.items.filter(({ state }) => state === 'waiting').toSorted((a, b) => rank(a) - rank(b))
    while (waiting.length && Date.now() < until) {
      const marks = []
      for (const item of waiting.slice(0, STEP))
        marks.push({ position: item.position, message: await tryOne(actor, item, run) })
      await markBulk(actor, { run: id, marks })
      waiting = waiting.slice(STEP)
    }
    return waiting.length === 0
  } finally {
    running.delete(id)
  }
}

/** Sorts link targets first: an official before the statement. */
const rank = ({ draftId }: BulkItem): number => ORDER.indexOf(draftId.slice(0, draftId.lastIndexOf('-')))

/** Returns null on success, otherwise the reason for the failure. */
const tryOne = async (actor: Actor, item: BulkItem, run: BulkRun): Promise<string | null> => {
  try {
    await act[run.kind](actor, item, run)
    return null
  } catch (error) {
    if (error instanceof Invalid) return Object.values(error.issues).flat().join('\n').slice(0, 1_000)
    if (error instanceof Conflict || error instanceof NotFound || error instanceof Forbidden) return error.message
    throw error
  }
}

const ORDER: readonly string[] = publishOrder()
