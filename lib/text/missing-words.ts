import { setImmediate } from 'node:timers/promises'
import { comparable, containsWords } from './compare-text'

/**
 * The words that none of the texts contains. Each text is prepared once and each search takes time in proportion to
 * its length, which a capture limits; other requests get their turn in between.
 */
export async function wordsMissingFrom(texts: readonly string[], words: readonly string[]): Promise<Set<string>> {
  const missing = new Set(words)
  for (const text of texts) {
    if (!missing.size) break
    const prepared = comparable(text)
    for (const one of missing) {
      await setImmediate()
      if (containsWords(prepared, one)) missing.delete(one)
    }
  }
  return missing
}
