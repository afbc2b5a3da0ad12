import { Invalid, type Issues } from '@/lib/platform/errors/errors'
import type { Transaction } from '@/lib/platform/database/write'
import type { RecordToWrite } from '@/lib/platform/publishing/record-type'
import { citationsIn } from '@/lib/records/citations-in'
import { wordsMissingFrom } from '@/lib/text/missing-words'
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
  const issues: Issues = {}
  for (const source of new Set(claims.map(({ sourceId }) => sourceId))) {
    const cited = claims.filter(({ sourceId }) => sourceId === source)
    const texts = await capturedTextsOf(tx, source)
    if (!texts.length) continue
    const missing = await wordsMissingFrom(
      texts,
      cited.map(({ exact }) => exact),
    )
    for (const { id, path, exact } of cited)
      if (missing.has(exact)) issues[`${type}/${id}: ${path}.exact`] = [NOT_THERE]
  }
  if (Object.keys(issues).length) throw new Invalid(issues)
}

const NOT_THERE = 'validation.quoteInText'
