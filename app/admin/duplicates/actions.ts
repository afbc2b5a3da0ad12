'use server'

import { serverAction } from '@/app/server-action'
import { attempt, formAction, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { sideOf } from '@/lib/features/merging/duplicate-queries'
import { applyChosenValues } from '@/lib/features/merging/chosen-values'
import { mergeableInAddress } from '@/lib/features/merging/mergeable-in-address'
import { isMergeable, mergeRecordValues } from '@/lib/features/merging/merge-values'
import { maybeSame, mergeRecords, notSame, undoMerge } from '@/lib/features/merging/commands'
import { Invalid, NotFound } from '@/lib/platform/errors/errors'

const pair = (form: FormData) => ({ type: text(form, 'type'), ids: [text(form, 'a'), text(form, 'b')] })

export const differ = formAction(notSame, pair, () => '/admin/duplicates?did=remembered')
export const offer = formAction(maybeSame, pair, () => '/admin/duplicates?did=takenBack')
export const undo = formAction(
  undoMerge,
  (form) => ({ id: text(form, 'id') }),
  ({ kept }) => `/admin/duplicates?${new URLSearchParams([['did', 'undoneNow'], ...kept.map(keptKey)])}`,
)

const keptKey = ({ type, id }: { type: string; id: string }) => ['kept', `${type}/${id}`]

/** Redirects to the merge page of two records of the same type. */
export const compare = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async () => {
    const [first, second] = [mergeableInAddress(text(form, 'first')), mergeableInAddress(text(form, 'second'))]
    const wrong: Record<string, string[]> = {}
    if (!first) wrong.first = ['merging.wrong.first']
    if (!second || second.type !== first?.type || second.id === first?.id) wrong.second = ['merging.wrong.second']
    if (Object.keys(wrong).length) throw new Invalid(wrong)
    return `/admin/duplicates/${first!.type}/${first!.id}/${second!.id}`
  })
})

/** Merges two records with the values chosen on the page. */
export const merge = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const [type, into, from] = [text(form, 'type'), text(form, 'into'), text(form, 'from')]
    if (!isMergeable(type)) throw new NotFound()
    const [survivor, duplicate] = await Promise.all([sideOf(type, into), sideOf(type, from)])
    if (!survivor || !duplicate) throw new NotFound()
    const merged = mergeRecordValues(type, survivor.data, duplicate.data, { from, into })
    const chosen = {
      name: text(form, 'name'),
      aliases: text(form, 'aliases'),
      roles: form.getAll('role').filter((one): one is string => typeof one === 'string'),
    }
    const [en, es] = [text(form, 'reason'), text(form, 'reason.es')]
    await mergeRecords(actor, {
      type,
      from,
      into,
      data: applyChosenValues(type, merged, chosen),
      reason: { en, ...(es && { es }) },
      versions: { from: Number(text(form, 'version.from')), into: Number(text(form, 'version.into')) },
    })
    return `/admin/history/${type}/${into}?merged=1`
  })
})
