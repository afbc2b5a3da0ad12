import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Transaction } from '@/lib/platform/database/write'
import { NotFound } from '@/lib/platform/errors/errors'
import { newId } from '@/lib/platform/publishing/ids'
import { DraftId, RecordId } from '@/lib/platform/publishing/working-copy'
import { Receipt, type State, Suggestion } from './suggestion'

export const receiptHash = (receipt: string): string => createHash('sha256').update(receipt).digest('hex')

/** Keeps what a reader suggests. The same receipt twice is the same suggestion. */
export const sendSuggestion = command({
  name: 'suggestions.send',
  permission: 'submission:send',
  input: Suggestion.extend({ receipt: Receipt }),
  run: async ({ tx, input: { receipt, ...suggestion } }) => {
    const hash = receiptHash(receipt)
    const there = await tx.submission.findUnique({ where: { receipt: hash }, select: { id: true } })
    if (there) return { id: there.id, isNew: false }
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

/** Tells the reader; whoever has the receipt can read it. */
export const answerSuggestion = command({
  name: 'suggestions.answer',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId, answer: Answer }),
  run: ({ tx, actor, input: { id, answer } }) =>
    change(tx, id, 'answered', actor.id, { answer, answeredAt: new Date(), reason: null }),
  detail: ({ id }) => ({ suggestion: id }),
})

/** Closes it without a change; the reason is for the other editors, the answer, if there is one, for the reader. */
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

/** A working copy has been begun from it. */
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

/** Takes it up again; what the reader was told is taken back. */
export const reopenSuggestion = command({
  name: 'suggestions.reopen',
  permission: 'submission:answer',
  input: z.strictObject({ id: RecordId }),
  run: ({ tx, actor, input: { id } }) =>
    change(tx, id, 'new', actor.id, { answer: null, answeredAt: null, reason: null }),
  detail: ({ id }) => ({ suggestion: id }),
})
