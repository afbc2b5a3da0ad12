import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Invalid, NotFound } from '@/lib/platform/errors/errors'
import { newId } from '@/lib/platform/publishing/ids'
import { type Data, saveWorkingCopy } from '@/lib/platform/publishing/working-copy'
import { json } from '@/lib/platform/database/write'
import { draftHeading } from '@/lib/records/draft-heading'
import { LONGEST_QUOTE, anchorFor, findWords, quotedPassages } from '@/lib/text/quotes'
import { Id } from '@/lib/records/shared/reference'
import { sentenceAround } from '@/lib/text/sentences'

/**
 * Begins an entry with words that an editor chose in a source's text: the citation is filled in as the text has it.
 * Nothing else is: who speaks, where and when are for the form, where a person says it.
 */
export const startFromWords = command({
  name: 'drafts.start-words',
  permission: 'draft:save',
  input: z.strictObject({
    sourceId: Id,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    words: z.string().trim().min(1, 'sources.wrong.noWords').max(LONGEST_QUOTE).optional(),
    /** Where in the text: "120-164"; in place of the words, or to say which of several is meant. */
    at: z
      .string()
      .regex(/^\d{1,7}-\d{1,7}$/)
      .optional(),
    /** What the editor confirmed of it. */
    officialId: Id.nullable().default(null),
    organizationId: Id.nullable().default(null),
    placeId: Id.nullable().default(null),
    date: z
      .strictObject({ edtf: z.string().max(50), asWritten: z.string().max(200) })
      .nullable()
      .default(null),
  }),
  run: async ({ tx, actor, input }) => {
    const kept = await tx.capturedText.findUnique({ where: { sha256: input.sha256 }, select: { text: true } })
    if (!kept) throw new NotFound('sources.wrong.noSuchText')
    const variant = variantFrom(kept.text, input)
    const { officialId, organizationId, placeId, date } = input
    const speakers = officialId || organizationId ? [{ officialId, organizationId, asPrinted: null }] : []
    const data: Data = { ...EMPTY, speakers, placeIds: placeId ? [placeId] : [], date, variants: [variant] }
    const { id } = await saveWorkingCopy(tx, actor, draftHeading, {
      type: 'statements',
      recordId: newId(),
      baseVersion: 0,
      data,
      more: { origin: json({ source: input.sourceId }) },
    })
    return { draftId: id }
  },
  detail: ({ sourceId }, { draftId }) => ({ draft: draftId, source: sourceId }),
})

const EMPTY = { topics: [], rationales: [], notes: [], positions: [], answersIds: [], citations: [] }

type Chosen = { sourceId: string; words?: string | undefined; at?: string | undefined }

/** A wording from words of a text: the quoted passages in them, or around them, and the sentence as evidence. */
const variantFrom = (text: string, { sourceId, words, at = '0-0' }: Chosen): Data => {
  const [start, end] = at.split('-').map(Number) as [number, number]
  const asked = words ?? text.slice(start, Math.min(end, start + LONGEST_QUOTE))
  const chosen = findWords(text, asked).toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
  if (!chosen) throw new Invalid({ words: ['sources.wrong.words'] })
  const sentence = sentenceAround(text, chosen)
  const evidence = sentence.end - sentence.start <= LONGEST_QUOTE ? sentence : chosen
  const quotes = quotedPassages(text).filter((one) => one.start >= evidence.start && one.end <= evidence.end)
  const within = quotes.filter((one) => one.start < chosen.end && one.end > chosen.start)
  const isWhole = (one: { start: number; end: number }) => chosen.start > one.start && chosen.end < one.end
  // Part of a quotation was chosen: that part is the passage. Otherwise, the quotations that it reaches into.
  const passages = within.length === 1 && isWhole(within[0]!) ? [chosen] : within
  const { exact, prefix, suffix } = anchorFor(text, evidence)
  return {
    passages: passages.map((one) => text.slice(one.start, one.end)),
    preferred: true,
    reason: null,
    citation: {
      sourceId,
      exact,
      ...(prefix && { prefix }),
      ...(suffix && { suffix }),
      fidelity: passages.length ? 'unverified' : 'paraphrase',
      found: 'found',
    },
  }
}
