import { diffArrays } from 'diff'

/** A run of a wording. `differs`: another wording has other words here. */
export type Run = { text: string; differs: boolean }
/** Passages of a wording, each as runs. */
export type MarkedWording = Run[][]

type Token = { text: string; word: string; passage: number }

/** Finding the differences takes time in proportion to their number. */
const MOST_EDITS = 1_000

const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** Word tokens. Spaces and punctuation belong to the preceding word and never count as a difference. */
const tokens = (passages: readonly string[]): Token[] =>
  passages.flatMap((text, passage) => {
    const starts = [...text.matchAll(WORD)].map((match) => match.index)
    return starts.map((start, at) => {
      const from = at === 0 ? 0 : start
      const piece = text.slice(from, starts[at + 1] ?? text.length)
      return { text: piece, word: folded(piece.match(WORD)![0]), passage }
    })
  })

// Capitals at sentence starts and curly apostrophes are typesetting, not wording.
const folded = (word: string): string => word.replace(/’/g, "'").toLowerCase()

/** Marks words that at least one other wording does not have at that position. */
export const markDifferences = (wording: readonly string[], others: readonly (readonly string[])[]): MarkedWording => {
  const words = tokens(wording)
  const differing = new Set(others.flatMap((other) => missingFrom(tokens(other), words)))
  const marked: MarkedWording = wording.map(() => [])
  words.forEach((token, at) => append(marked[token.passage]!, token.text, differing.has(at)))
  return marked
}

/**
 * Indexes of words in `own` that `other` lacks. Passages without a shared word, and words outside the stretch that the
 * other wording quotes, are no differences: that source only quotes less.
 */
const missingFrom = (other: Token[], own: Token[]): number[] => {
  const shared_: boolean[] = []
  const replaced: boolean[] = []
  const parts = diffArrays(own, other, {
    comparator: (a, b) => a.word === b.word,
    maxEditLength: MOST_EDITS,
  })
  // Wordings with hardly a word in common are different quotations.
  if (!parts) return []
  parts.forEach((part, at) => {
    if (part.added) return
    const swapped = parts[at - 1]?.added === true || parts[at + 1]?.added === true
    for (let step = 0; step < part.value.length; step++) {
      shared_.push(!part.removed)
      replaced.push(part.removed === true && swapped)
    }
  })
  return own.flatMap((token, at) => {
    if (shared_[at]) return []
    const shared = (index: number) => shared_[index] === true && own[index]!.passage === token.passage
    const before = own.some((_, index) => index < at && shared(index))
    const after = own.some((_, index) => index > at && shared(index))
    return (before && after) || (replaced[at] && (before || after)) ? [at] : []
  })
}

// Spaces and punctuation around differing words stay unmarked; between two differing words they are marked.
const append = (runs: Run[], text: string, differs: boolean) => {
  const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text)!
  if (differs && runs.at(-2)?.differs && !/[\p{L}\p{N}]/u.test(runs.at(-1)!.text)) {
    const between = runs.pop()!
    runs.at(-1)!.text += between.text + before! + word!
  } else if (differs) {
    plain(runs, before!)
    runs.push({ text: word!, differs: true })
  } else plain(runs, before! + word!)
  if (differs) runs.push({ text: after!, differs: false })
  else plain(runs, after!)
}

const plain = (runs: Run[], text: string) => {
  const last = runs.at(-1)
  if (last && !last.differs) last.text += text
  else if (text) runs.push({ text, differs: false })
}
