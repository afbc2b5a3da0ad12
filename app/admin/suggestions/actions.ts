'use server'

import { formAction, text } from '@/app/admin/form-action'
import { startDraft } from '@/lib/features/editing/commands'
import type { Command } from '@/lib/platform/commands/command'
import { NotFound } from '@/lib/platform/errors/errors'
import {
  answerSuggestion,
  dismissSuggestion,
  draftSuggestion,
  reopenSuggestion,
} from '@/lib/features/suggestions/commands'
import { suggestion } from '@/lib/features/suggestions/queries'

const id = (form: FormData) => text(form, 'id')
const back = (done: string) => (_: unknown, form: FormData) => `/admin/suggestions/${id(form)}?done=${done}`

type Started = { id: string }
type Begin = { type: string; recordId?: string; data?: object }

/** Begins a draft from a suggestion and links the two. */
const begin = (draftOf: (viewed: NonNullable<Awaited<ReturnType<typeof suggestion>>>) => Begin | null) =>
  formAction(
    async (...[actor, raw]: Parameters<Command>) => {
      const viewed = await suggestion(raw as string)
      const input = viewed && draftOf(viewed)
      if (!viewed || !input) throw new NotFound('suggestions.gone')
      const draft = (await startDraft(actor, { ...input, origin: { submission: viewed.id } })) as Started
      await draftSuggestion(actor, { id: viewed.id, draftId: draft.id })
      return draft
    },
    id,
    (draft) => `/admin/entries/${draft.id}`,
  )

export const draftSource = begin(({ url }) => (url ? { type: 'sources', data: { url } } : null))

export const draftRecord = begin(({ type, recordId }) => (type && recordId ? { type, recordId } : null))

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
