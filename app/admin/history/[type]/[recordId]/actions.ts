'use server'

import { formAction, text } from '@/app/admin/form-action'
import {
  approveReason,
  changeReason,
  restoreSave,
  restoreVersion,
  withdrawRecord,
} from '@/lib/features/editing/commands'

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

const historyPath = (form: FormData) => `/admin/history/${text(form, 'type')}/${text(form, 'recordId')}`
const waiting = (form: FormData) => ({ id: text(form, 'id'), save: Number(text(form, 'save')) })

export const approve = formAction(approveReason, waiting, (_, form) => `${historyPath(form)}?reason=approved`)

export const reword = formAction(
  changeReason,
  (form) => ({ ...waiting(form), reason: { en: text(form, 'words.en'), es: text(form, 'words.es') } }),
  (_, form) => `${historyPath(form)}?reason=changed`,
)

/** Restores an earlier save as the latest one. */
export const takeUpSave = formAction(
  restoreSave,
  (form) => ({
    id: `${text(form, 'type')}-${text(form, 'recordId')}`,
    save: text(form, 'save'),
    basedOn: Number(text(form, 'basedOn')),
  }),
  (_, form) => `/admin/history/${text(form, 'type')}/${text(form, 'recordId')}?taken=1`,
)
