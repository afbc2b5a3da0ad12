import { diffArrays } from 'diff'

/** The quoted passages of a wording. `pieces`: its source prints parts of the utterance and not all of it. */
export type Wording = { passages: readonly string[]; pieces: boolean }

/** A stretch of a passage. */
export type Run =
  | { text: string }
  /** The other wording lacks these words, and has `instead` in their place. */
  | { text: string; differs: true; instead: string | null }
  /** The other wording has these words here, and this one has none. */
  | { omits: string }

type Token = { text: string; word: string; passage: number }

const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** Word tokens. Spaces and punctuation belong to the preceding word and never count as a difference. */
const tokens = (passages: readonly string[]): Token[] =>
  passages.flatMap((text, passage) => {
    const starts = [...text.matchAll(WORD)].map((match) => match.index)
    return starts.map((start, at) => {
      const piece = text.slice(at === 0 ? 0 : start, starts[at + 1] ?? text.length)
      return { text: piece, word: folded(piece.match(WORD)![0]), passage }
    })
  })

// Capitals at sentence starts and curly apostrophes are typesetting, not wording.
const folded = (word: string): string => word.replace(/’/g, "'").toLowerCase()

/** The words of both wordings between two words that they share, or before the first and after the last such word. */
type Gap = { own: Token[]; other: Token[]; before: [Token, Token] | null; after: [Token, Token] | null }

/** Wordings with more differing words than this are not compared: it would take long, and the marks would say nothing. */
const MAX_DIFFERENCES = 500

type DiffParts = ReturnType<typeof diffArrays<Token>>

const gapsBetween = (own: Token[], other: Token[]): Gap[] => {
  const parts = diffArrays(own, other, {
    comparator: (a, b) => a.word === b.word,
    maxEditLength: MAX_DIFFERENCES,
  }) as DiffParts | undefined
  if (!parts) return []
  const gaps: Gap[] = [{ own: [], other: [], before: null, after: null }]
  let [ownAt, otherAt] = [0, 0]
  for (const part of parts) {
    const count = part.value.length
    if (part.removed) gaps.at(-1)!.own.push(...own.slice(ownAt, (ownAt += count)))
    else if (part.added) gaps.at(-1)!.other.push(...other.slice(otherAt, (otherAt += count)))
    else
      for (let step = 0; step < count; step++) {
        const shared: [Token, Token] = [own[ownAt++]!, other[otherAt++]!]
        gaps.at(-1)!.after = shared
        gaps.push({ own: [], other: [], before: shared, after: null })
      }
  }
  return gaps
}

/**
 * A wording with its differences from another one, passage by passage: words that the other lacks, and words that this
 * one leaves out. Where a wording is in pieces, words outside its passages were not quoted and are no difference.
 * Wordings without a common word, or with too many differences, are not compared.
 */
export function compareWordings(wording: Wording, other: Wording): Run[][] {
  const [ownTokens, otherTokens] = [tokens(wording.passages), tokens(other.passages)]
  const gaps = gapsBetween(ownTokens, otherTokens)
  const runs: Run[][] = wording.passages.map(() => [])
  if (gaps.length <= 1) return wording.passages.map((text) => [{ text }])
  const plain = (passage: number, text: string) => {
    const last = runs[passage]!.at(-1)
    if (last && 'text' in last && !('differs' in last)) last.text += text
    else if (text) runs[passage]!.push({ text })
  }
  for (const gap of gaps) {
    const inside = (side: 0 | 1) => gap.before !== null && gap.before[side].passage === gap.after?.[side].passage
    const differs = !other.pieces || inside(1)
    const missing = !wording.pieces || inside(0) ? core(textOf(gap.other))[1]! : ''
    const changed = [...new Set(gap.own.map((token) => token.passage))]
    changed.forEach((passage, at) => {
      const words = gap.own.filter((token) => token.passage === passage)
      const [lead, text, tail] = core(textOf(words)) as [string, string, string]
      plain(passage, differs ? lead : lead + text)
      const instead = at === changed.length - 1 && missing ? missing : null
      if (differs) runs[passage]!.push({ text, differs: true, instead })
      plain(passage, tail)
    })
    if (missing && !(differs && changed.length))
      runs[(changed.at(-1) ?? gap.before?.[0].passage ?? gap.after?.[0].passage)!]!.push({ omits: missing })
    if (gap.after) plain(gap.after[0].passage, gap.after[0].text)
  }
  return runs
}

/** The text of consecutive words, with an ellipsis between passages. */
const textOf = (words: Token[]): string =>
  words.map((one, at) => (at && words[at - 1]!.passage !== one.passage ? ` … ${one.text}` : one.text)).join('')

/** The text from its first to its last word, between what stands before and after. */
const core = (text: string): string[] => {
  const [, ...parts] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text)!
  return parts
}
