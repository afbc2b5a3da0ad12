'use server'

import { serverAction } from '@/app/server-action'
import { after } from 'next/server'
import { attempt, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { UNDOES, continueBulkRun } from '@/lib/features/editing/bulk'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { startBulk } from '@/lib/platform/publishing/bulk-runs'
import { instantOf } from '@/lib/platform/i18n/time-zones'

/** Time budget of the response. Remaining drafts continue after it, behind a progress page. */
const RESPONSE_BUDGET_MS = 2_500

/** Applies one bulk action to the selected drafts. */
export const doBulk = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const ids = form.getAll('draft').filter((one): one is string => typeof one === 'string')
    const count = form.has('count') ? Number(text(form, 'count')) : new Set(ids).size
    const kind = text(form, 'kind')
    const moment = kind === 'schedule' ? scheduleIn(form) : {}
    const { id } = await startBulk(actor, { kind, ids, count, back: text(form, 'back'), ...moment })
    return go(actor!, id)
  })
})

/** Reverses a bulk run for the drafts on which it succeeded. */
export const undoBulk = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const run = await bulkRun(text(form, 'run'))
    const kind = run && UNDOES[run.kind]
    if (!run || run.byId !== actor?.id) throw new NotFound()
    if (!kind) throw new Conflict('publishing.notUndoable')
    const ids = run.items.flatMap(({ state, draftId }) => (state === 'done' ? [draftId] : []))
    const { id } = await startBulk(actor, { kind, ids, count: ids.length, back: run.back, undoes: run.id })
    return go(actor, id)
  })
})

/** Resumes a stalled run. */
export const resumeBulk = serverAction(async (form): Promise<FormState> => {
  return attempt(form, (actor) => {
    if (!actor) throw new NotFound()
    return go(actor, text(form, 'run'))
  })
})

async function go(actor: Actor, id: string): Promise<string> {
  if (!(await continueBulkRun(actor, id, Date.now() + RESPONSE_BUDGET_MS))) {
    after(() => continueBulkRun(actor, id))
    return `/admin/entries/runs/${id}`
  }
  const run = (await bulkRun(id))!
  return `${run.back}${run.back.includes('?') ? '&' : '?'}run=${id}`
}

const scheduleIn = (form: FormData) => {
  const zone = text(form, 'zone')
  const moment = instantOf(`${text(form, 'date')}T${text(form, 'time')}`, zone)
  if (!('at' in moment)) throw new Invalid({ at: ['publishing.noSuchTime'] })
  return { at: moment.at.toISOString(), zone }
}
