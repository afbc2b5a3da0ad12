'use server'

import { formAction, text } from '@/app/admin/form-action'
import { discardDraft, recoverDraft } from '@/lib/features/editing/commands'

const draft = (form: FormData) => ({ id: text(form, 'id') })
const back = (_: unknown, form: FormData) => `/admin/entries/${text(form, 'id')}`

export const discard = formAction(discardDraft, draft, back)
export const recover = formAction(recoverDraft, draft, back)
