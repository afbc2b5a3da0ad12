import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Invalid, NotFound } from '@/lib/platform/errors/errors'
import { newId } from '@/lib/platform/publishing/ids'
import { type Data, saveWorkingCopy } from '@/lib/platform/publishing/working-copy'
import { draftHeading } from '@/lib/records/draft-heading'
import { MAX_QUOTE_LENGTH, type Span, anchorFor, findWords, quotedPassages, surroundings } from '@/lib/text/quotes'
import { Id } from '@/lib/records/shared/reference'
import { sentenceAround } from '@/lib/text/sentences'

/**
 * Begins an entry from a selected quote. Fills in the citation; speaker, place and date are taken only as the editor
 * confirmed them.
 */
export const startFromWords = command({
  name: 'drafts.start-words',
  permission: 'draft:save',
  input: z.strictObject({
    sourceId: Id,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    words: z.string().trim().min(1, 'sources.wrong.noWords').max(MAX_QUOTE_LENGTH).optional(),
    /** Position in the text: "120-164". Replaces `words`, or tells repeated passages apart. */
    at: z
      .string()
      .regex(/^\d{1,7}-\d{1,7}$/)
      .optional(),
    /** Values that the editor confirmed. */
    officialId: Id.nullable().default(null),
    organizationId: Id.nullable().default(null),
    placeId: Id.nullable().default(null),
    date: z
      .strictObject({ edtf: z.string().max(50), asWritten: z.string().max(200) })
      .nullable()
      .default(null),
  }),
  sourceTexts: ['words'],
  run: async ({ tx, actor, input }) => {
    const captured = await tx.capturedText.findUnique({ where: { sha256: input.sha256 }, select: { text: true } })
    if (!captured) throw new NotFound('sources.wrong.noSuchText')
    const variant = variantFrom(captured.text, input)
    const { officialId, organizationId, placeId, date } = input
    const speakers = officialId || organizationId ? [{ officialId, organizationId, asPrinted: null }] : []
    const data: Data = { ...EMPTY, speakers, placeIds: placeId ? [placeId] : [], date, variants: [variant] }
    const { id } = await saveWorkingCopy(tx, actor, draftHeading, {
      type: 'statements',
      recordId: newId(),
      baseVersion: 0,
      data,
      origin: { source: input.sourceId },
    })
    return { draftId: id }
  },
  detail: ({ sourceId }, { draftId }) => ({ draft: draftId, source: sourceId }),
})

const EMPTY = { topics: [], rationales: [], notes: [], positions: [], answersIds: [], citations: [] }

type Selection = { sourceId: string; words?: string | undefined; at?: string | undefined }

/** Wording from a selection: the quoted passages in or around it, and its sentence as evidence. */
const variantFrom = (text: string, { sourceId, words, at = '0-0' }: Selection): Data => {
  const [start, end] = at.split('-').map(Number) as [number, number]
  const selected = { start, end: Math.min(end, start + MAX_QUOTE_LENGTH, text.length) }
  const nearest = (a: Span, b: Span) => Math.abs(a.start - start) - Math.abs(b.start - start)
  const chosen = words === undefined ? selected : findWords(text, words).toSorted(nearest)[0]
  if (!chosen || !text.slice(chosen.start, chosen.end).trim()) throw new Invalid({ words: ['sources.wrong.words'] })
  const near = surroundings(text, chosen)
  const local = text.slice(near.start, near.end)
  const inText = ({ start, end }: Span): Span => ({ start: start + near.start, end: end + near.start })
  const sentence = inText(sentenceAround(local, { start: chosen.start - near.start, end: chosen.end - near.start }))
  const evidence = sentence.end - sentence.start <= MAX_QUOTE_LENGTH ? sentence : chosen
  const quotes = quotedPassages(local)
    .map(inText)
    .filter((one) => one.start >= evidence.start && one.end <= evidence.end)
  const within = quotes.filter((one) => one.start < chosen.end && one.end > chosen.start)
  const isInside = (one: { start: number; end: number }) => chosen.start > one.start && chosen.end < one.end
  // A selection inside one quotation is the passage itself; otherwise, all quotations it overlaps are.
  const passages = within.length === 1 && isInside(within[0]!) ? [chosen] : within
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
