import { type Change, diffWordsWithSpace } from 'diff'

/** Finding the differences takes time in proportion to their number: beyond it the texts count as all different. */
const MAX_EDITS = 1_000

/** The characters that one page compares. */
const MAX_COMPARED = 20_000

/** Stretches of two texts that both have, that only the first has (`removed`) or only the second one (`added`). */
export type Differences = Pick<Change, 'value' | 'added' | 'removed'>[]

/**
 * Compares pairs of texts for one page, up to so many characters in all. Null for the pairs beyond, which a page shows
 * without marks.
 */
export function createWordComparison(left = MAX_COMPARED): (from: string, to: string) => Differences | null {
  return (from, to) => {
    if (from.length + to.length > left) return null
    left -= from.length + to.length
    return diffWordsWithSpace(from, to, { maxEditLength: MAX_EDITS }) ?? allDifferent(from, to)
  }
}

const allDifferent = (from: string, to: string): Differences => [
  { value: from, removed: true, added: false },
  { value: to, removed: false, added: true },
]
