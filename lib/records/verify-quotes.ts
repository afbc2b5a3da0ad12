import { Invalid, type Issues } from '@/lib/platform/errors/errors'
import type { RecordBase, RecordType } from '@/lib/platform/publishing/record-type'
import { CitationInput } from '@/lib/records/shared/citation'
import { WORD_FOR_WORD, findWords } from '@/lib/text/quotes'
import { capturedTextsOf } from '@/lib/records/sources/captured-text'

/**
 * A record type whose entries can't claim words that their sources do not have: where a text of the source is kept, words
 * that are called found, or given word for word, have to be in it. Of a source without a kept text nothing is known.
 */
export const withQuoteCheck = <I, R extends RecordBase>(type: RecordType<I, R>): RecordType<I, R> => ({
  ...type,
  write: async (tx, written) => {
    const claims = written.flatMap(({ id, input }) =>
      citationsIn(input)
        .filter(({ citation }) => claimsWords(citation))
        .map((claim) => ({ ...claim, id })),
    )
    const texts = await capturedTextsOf(
      tx,
      claims.map(({ citation }) => citation.sourceId),
    )
    const issues: Issues = {}
    for (const { id, path, citation } of claims) {
      const held = texts.get(citation.sourceId)
      if (held && !held.some((text) => findWords(text, citation.exact!).length))
        issues[`${type.name}/${id}: ${path}.exact`] = [NOT_THERE]
    }
    if (Object.keys(issues).length) throw new Invalid(issues)
    await type.write(tx, written)
  },
})

const NOT_THERE = 'These words are not in the text of this source. Copy them from it, or call it a paraphrase.'

const claimsWords = ({ exact, found, fidelity }: CitationInput): boolean =>
  exact !== undefined && (found === 'found' || WORD_FOR_WORD.includes(fidelity))

type Cited = { path: string; citation: CitationInput }

/** Every citation of an input, however deep, with its path. */
export const citationsIn = (value: unknown, path = ''): Cited[] => {
  if (typeof value !== 'object' || value === null) return []
  const citation = CitationInput.safeParse(value)
  if (citation.success) return [{ path, citation: citation.data }]
  return Object.entries(value).flatMap(([key, one]) => citationsIn(one, path ? `${path}.${key}` : key))
}
