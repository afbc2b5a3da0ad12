'use server'

import { formAction, text } from '@/app/admin/form-action'
import { startDraft } from '@/lib/features/editing/commands'

/** Begins a draft of a new record, or of the record in `recordId`. */
export const begin = formAction(
  startDraft,
  (form) => ({ type: text(form, 'type'), ...(text(form, 'recordId') && { recordId: text(form, 'recordId') }) }),
  ({ id }) => `/admin/entries/${id}`,
)
