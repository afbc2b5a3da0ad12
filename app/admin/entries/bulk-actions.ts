'use server'

import { after } from 'next/server'
import { attempt, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { UNDOES, continueBulkRun } from '@/lib/features/editing/bulk'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { startBulk } from '@/lib/platform/publishing/bulk-runs'
import { instantOf } from '@/lib/platform/i18n/time-zones'

/** So long the answer waits; what is left then goes on behind a page that shows the progress. */
const PATIENCE = 2_500

/** Does one thing with all drafts that were selected. */
export async function doBulk(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const ids = form.getAll('draft').filter((one): one is string => typeof one === 'string')
    const count = form.has('count') ? Number(text(form, 'count')) : new Set(ids).size
    const kind = text(form, 'kind')
    const moment = kind === 'schedule' ? momentIn(form) : {}
    const { id } = await startBulk(who, { kind, ids, count, back: text(form, 'back'), ...moment })
    return go(who!, id)
  })
}

/** Takes back what was done, for those with which it was. */
export async function undoBulk(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async (who) => {
    const run = await bulkRun(text(form, 'run'))
    const kind = run && UNDOES[run.kind]
    if (!run || run.byId !== who?.id) throw new NotFound()
    if (!kind) throw new Conflict('This can’t be taken back.')
    const ids = run.items.flatMap(({ state, draftId }) => (state === 'done' ? [draftId] : []))
    const { id } = await startBulk(who, { kind, ids, count: ids.length, back: run.back, undoes: run.id })
    return go(who, id)
  })
}

/** Goes on with a run that stopped. */
export async function goOnBulk(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, (who) => {
    if (!who) throw new NotFound()
    return go(who, text(form, 'run'))
  })
}

async function go(who: Actor, id: string): Promise<string> {
  if (!(await continueBulkRun(who, id, Date.now() + PATIENCE))) {
    after(() => continueBulkRun(who, id))
    return `/admin/entries/runs/${id}`
  }
  const run = (await bulkRun(id))!
  return `${run.back}${run.back.includes('?') ? '&' : '?'}run=${id}`
}

const momentIn = (form: FormData) => {
  const zone = text(form, 'zone')
  const moment = instantOf(`${text(form, 'date')}T${text(form, 'time')}`, zone)
  if (!('at' in moment)) throw new Invalid({ at: ['Choose a time that clocks in this zone show.'] })
  return { at: moment.at.toISOString(), zone }
}
