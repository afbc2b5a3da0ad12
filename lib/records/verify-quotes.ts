import { Invalid, type Issues } from '@/lib/platform/errors/errors'
import type { Transaction } from '@/lib/platform/database/write'
import type { RecordToWrite } from '@/lib/platform/publishing/record-type'
import { citationsIn } from '@/lib/records/citations-in'
import { findWords } from '@/lib/text/quotes'
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
    citationsIn(input).flatMap(({ path, sourceId, exact, claimed }) =>
      sourceId && exact && claimed ? [{ id, path, sourceId, exact }] : [],
    ),
  )
  const texts = await capturedTextsOf(
    tx,
    claims.map(({ sourceId }) => sourceId),
  )
  const issues: Issues = {}
  for (const { id, path, sourceId, exact } of claims) {
    const captured = texts.get(sourceId)
    if (captured && !captured.some((text) => findWords(text, exact).length))
      issues[`${type}/${id}: ${path}.exact`] = [NOT_THERE]
  }
  if (Object.keys(issues).length) throw new Invalid(issues)
}

const NOT_THERE = 'validation.quoteInText'
