import { Invalid, type Issues } from '@/lib/platform/errors/errors'
import type { Transaction } from '@/lib/platform/database/write'
import type { RecordToWrite } from '@/lib/platform/publishing/record-type'
import { CitationInput } from '@/lib/records/shared/citation'
import { WORD_FOR_WORD, findWords } from '@/lib/text/quotes'
import { capturedTextsOf } from '@/lib/records/sources/captured-text'

/**
 * Throws `Invalid` for quotes that the captured texts of their sources do not contain. Only citations that are marked
 * as found or are verbatim are checked. Sources without a captured text are skipped.
 */
export async function verifyQuotes(
  tx: Transaction,
  type: string,
  written: readonly RecordToWrite<unknown>[],
): Promise<void> {
  const claims = written.flatMap(({ id, input }) =>
    citationsIn(input)
      .filter(({ citation }) => claimsQuote(citation))
      .map((claim) => ({ ...claim, id })),
  )
  const texts = await capturedTextsOf(
    tx,
    claims.map(({ citation }) => citation.sourceId),
  )
  const issues: Issues = {}
  for (const { id, path, citation } of claims) {
    const captured = texts.get(citation.sourceId)
    if (captured && !captured.some((text) => findWords(text, citation.exact!).length))
      issues[`${type}/${id}: ${path}.exact`] = [NOT_THERE]
  }
  if (Object.keys(issues).length) throw new Invalid(issues)
}

const NOT_THERE = 'These words are not in the text of this source. Copy them from it, or call it a paraphrase.'

const claimsQuote = ({ exact, found, fidelity }: CitationInput): boolean =>
  exact !== undefined && (found === 'found' || WORD_FOR_WORD.includes(fidelity))

type Cited = { path: string; citation: CitationInput }

/** All citations of an input, at any depth, with their paths. */
export const citationsIn = (value: unknown, path = ''): Cited[] => {
  if (typeof value !== 'object' || value === null) return []
  const citation = CitationInput.safeParse(value)
  if (citation.success) return [{ path, citation: citation.data }]
  return Object.entries(value).flatMap(([key, child]) => citationsIn(child, path ? `${path}.${key}` : key))
}
