'use server'

import { formAction, text } from '@/app/admin/form-action'
import {
  answerSuggestion,
  beginFromSuggestion,
  dismissSuggestion,
  reopenSuggestion,
} from '@/lib/features/suggestions/commands'

const id = (form: FormData) => text(form, 'id')
const back = (done: string) => (_: unknown, form: FormData) => `/admin/suggestions/${id(form)}?done=${done}`

const begin = (of: 'source' | 'record') =>
  formAction(
    beginFromSuggestion,
    (form) => ({ id: id(form), of }),
    (draft) => `/admin/entries/${draft.id}`,
  )

export const draftSource = begin('source')
export const draftRecord = begin('record')

export const answer = formAction(
  answerSuggestion,
  (form) => ({ id: id(form), answer: text(form, 'answer') }),
  back('answered'),
)

export const dismiss = formAction(
  dismissSuggestion,
  (form) => ({ id: id(form), reason: text(form, 'reason'), answer: text(form, 'farewell') || null }),
  back('dismissed'),
)

export const reopen = formAction(reopenSuggestion, (form) => ({ id: id(form) }), back('reopened'))
