'use server'

import { serverAction } from '@/app/server-action'
import { attempt, formAction, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { isRecordTypeName } from '@/lib/records/registry'
import { adminDraft } from '@/lib/features/editing/draft-queries'
import { dataOfVersion, readSide } from '@/lib/features/history/history-queries'
import { recoverDraft, restoreVersion, saveDraft, withdrawRecord } from '@/lib/features/editing/commands'
import { NotFound } from '@/lib/platform/errors/errors'

export const restore = formAction(
  restoreVersion,
  (form) => ({ type: text(form, 'type'), recordId: text(form, 'recordId'), version: Number(text(form, 'version')) }),
  (_, form) =>
    `/admin/history/${text(form, 'type')}/${text(form, 'recordId')}?restored=${text(form, 'version')}&to=draft`,
)

export const withdraw = formAction(
  withdrawRecord,
  (form) => ({
    type: text(form, 'type'),
    id: text(form, 'id'),
    reason: { en: text(form, 'reason.en'), es: text(form, 'reason.es') },
  }),
  (_, form) => `/admin/history/${text(form, 'type')}/${text(form, 'id')}?withdrawn=1`,
)

/** Restores an earlier save as the latest one. */
export const restoreSave = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const [type, recordId] = [text(form, 'type'), text(form, 'recordId')]
    const draft = await adminDraft(`${type}-${recordId}`)
    const side = readSide(`save-${text(form, 'save')}`)
    if (!isRecordTypeName(type) || !draft || !side) throw new NotFound()
    const data = await dataOfVersion(type, recordId, side)
    if (draft.state === 'discarded') await recoverDraft(actor, { id: draft.id })
    await saveDraft(actor, { id: draft.id, basedOn: draft.saves, data })
    return `/admin/history/${type}/${recordId}?taken=1`
  })
})
