import type { Transaction } from '@/lib/platform/database/write'
import { wordsMissingFrom } from '@/lib/text/missing-words'
import { citedWords } from './cited-words'

/** Compares every quotation that published entries cite from a source with a text of it. */
export async function checkedQuotes(tx: Transaction, sourceId: string, sha256: string, text: string) {
  const quotes = await citedWords(tx, sourceId)
  const missing = await wordsMissingFrom(
    [text],
    quotes.map(({ exact }) => exact),
  )
  const rows = quotes.map((one) => ({ ...one, sourceId, sha256, found: !missing.has(one.exact) }))
  return { rows, checked: rows.length, missing: rows.filter(({ found }) => !found).length }
}

/**
 * Stores the checks of captures that a publication adds, unless an editor's capture stored them before: what a
 * contributor captured counts from here on.
 */
export async function checkNewCaptures(tx: Transaction, sourceId: string, added: readonly string[]): Promise<void> {
  for (const sha256 of added) {
    if (await tx.quoteCheck.findFirst({ where: { sourceId, sha256 }, select: { id: true } })) continue
    const captured = await tx.capturedText.findUnique({ where: { sha256 }, select: { text: true } })
    if (!captured) continue
    const { rows } = await checkedQuotes(tx, sourceId, sha256, captured.text)
    await tx.quoteCheck.createMany({ data: rows })
  }
}
