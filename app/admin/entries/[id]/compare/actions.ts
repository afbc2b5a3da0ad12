'use server'

import { serverAction } from '@/app/server-action'
import { redirect } from 'next/navigation'
import { failure, text } from '@/app/admin/form-action'
import { getSession } from '@/app/admin/session'
import type { FormState } from '@/components/admin/form-state'
import { nextToCompare } from '@/lib/features/editing/compare-queries'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { formPlan } from '@/lib/features/editing/form-plans'
import { isRecordTypeName } from '@/lib/records/registry'
import { resolveComparison } from '@/lib/features/editing/commands'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors/errors'
import { mergeValues } from '@/lib/platform/forms/merge'

/** Saves the values chosen between two states of a draft and settles the set-aside save. */
export const choose = serverAction(async (form): Promise<FormState> => {
  const id = text(form, 'id')
  let to = `/admin/entries/${id}`
  try {
    const person = await getSession()
    if (!person) throw new Forbidden('draft:save')
    const draft = await draftToEdit(id, person.id)
    if (!draft || !isRecordTypeName(draft.type)) throw new NotFound()
    const other = await nextToCompare(draft)
    if (
      !other ||
      other.id !== text(form, 'other') ||
      other.kind !== text(form, 'kind') ||
      String(draft.saves) !== text(form, 'save')
    )
      throw new Conflict('publishing.compareAgain')
    const takes = [...form.entries()].filter(([name, value]) => name.startsWith('take ') && value === 'other')
    const chosen = new Set(takes.map(([name]) => name.slice('take '.length)))
    const data = mergeValues(formPlan(draft.type, person.lang).fields, draft.data, other.data, chosen)
    const settled = other.kind === 'aside' ? { aside: other.id } : { onto: Number(other.id) }
    await resolveComparison(person.actor, { id, basedOn: draft.saves, data, ...settled })
    if (draft.asides.length > 1) to += '/compare'
  } catch (error) {
    return failure(error, form)
  }
  redirect(to)
})
