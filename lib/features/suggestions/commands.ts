import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Transaction } from '@/lib/platform/database/write'
import { NotFound } from '@/lib/platform/errors/errors'
import { beginDraft } from '@/lib/platform/publishing/begin-draft'
import { newId } from '@/lib/platform/publishing/ids'
import { DraftId, RecordId } from '@/lib/platform/publishing/working-copy'
import { draftHeading } from '@/lib/records/draft-heading'
import { isRecordTypeName } from '@/lib/records/registry'
import { Receipt, type State, Suggestion } from './suggestion'

export const receiptHash = (receipt: string): string => createHash('sha256').update(receipt).digest('hex')

/** Stores a suggestion. Idempotent per receipt. */
export const sendSuggestion = command({
  name: 'suggestions.send',
  permission: 'submission:send',
  input: Suggestion.extend({ receipt: Receipt }),
  run: async ({ tx, input: { receipt, ...suggestion } }) => {
    const hash = receiptHash(receipt)
    const existing = await tx.submission.findUnique({ where: { receipt: hash }, select: { id: true } })
    if (existing) return { id: existing.id, isNew: false }
    const { id } = await tx.submission.create({ data: { id: newId(), receipt: hash, ...suggestion } })
    return { id, isNew: true }
  },
  detail: (_, { id, isNew }) => (isNew ? { suggestion: id } : null),
})

const Answer = z.string().trim().min(3, 'suggestions.sayWhat').max(4_000, 'suggestions.shorter')

const change = async (tx: Transaction, id: string, state: State, byId: string, more: object): Promise<void> => {
  const { count } = await tx.submission.updateMany({ where: { id }, data: { state, byId, ...more } })
  if (!count) throw new NotFound('suggestions.gone')
}

/** Answers the reader, who can read it with the receipt. */
export const answerSuggestion = command({
  name: 'suggestions.answer',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId, answer: Answer }),
  run: ({ tx, actor, input: { id, answer } }) =>
    change(tx, id, 'answered', actor.id, { answer, answeredAt: new Date(), reason: null }),
  detail: ({ id }) => ({ suggestion: id }),
})

/** Closes a suggestion without a change. `reason` is for editors, `answer` for the reader. */
export const dismissSuggestion = command({
  name: 'suggestions.dismiss',
  permission: 'submission:answer',
  input: z.strictObject({
    id: RecordId,
    reason: z.string().trim().min(3, 'suggestions.sayWhy').max(500, 'suggestions.shorter'),
    answer: Answer.nullable(),
  }),
  run: ({ tx, actor, input: { id, reason, answer } }) =>
    change(tx, id, 'dismissed', actor.id, { reason, answer, answeredAt: new Date() }),
  detail: ({ id }) => ({ suggestion: id }),
})

/** Links a suggestion to the draft begun from it. */
export const draftSuggestion = command({
  name: 'suggestions.draft',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId, draftId: DraftId }),
  run: async ({ tx, actor, input: { id, draftId } }) => {
    if (!(await tx.draft.findUnique({ where: { id: draftId }, select: { id: true } }))) throw new NotFound()
    await change(tx, id, 'drafted', actor.id, { draftId, answer: null, answeredAt: null, reason: null })
  },
  detail: ({ id, draftId }) => ({ suggestion: id, draft: draftId }),
})

/** Begins a draft from a suggestion, of its link or of the record that it is about, and links the two. */
export const beginFromSuggestion = command({
  name: 'suggestions.begin',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId, of: z.enum(['source', 'record']) }),
  run: async ({ tx, actor, input: { id, of } }) => {
    await tx.$executeRaw`SELECT id FROM submission WHERE id = ${id} FOR UPDATE`
    const submission = await tx.submission.findUnique({ where: { id } })
    const { url, type, recordId } = submission ?? {}
    const beginning =
      of === 'source'
        ? url && { type: 'sources', data: { url } }
        : type && isRecordTypeName(type) && recordId && { type, recordId }
    if (!beginning) throw new NotFound('suggestions.gone')
    const draft = await beginDraft(tx, actor, draftHeading, { ...beginning, origin: { submission: id } })
    await change(tx, id, 'drafted', actor.id, { draftId: draft.id, answer: null, answeredAt: null, reason: null })
    return draft
  },
  detail: ({ id }, { id: draft }) => ({ suggestion: id, draft }),
})

/** Reopens a suggestion and withdraws the answer. */
export const reopenSuggestion = command({
  name: 'suggestions.reopen',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId }),
  run: ({ tx, actor, input: { id } }) =>
    change(tx, id, 'new', actor.id, { answer: null, answeredAt: null, reason: null }),
  detail: ({ id }) => ({ suggestion: id }),
})
