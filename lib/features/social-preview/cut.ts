/** What is left of a text that has too little record type, and whether something had to go. */
export type Truncated = { text: string; cut: boolean }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A beginning of the text of at most `limit` characters that ends with a sentence where one ends late enough, else with a word. */
export function truncateAtWord(text: string, limit: number): Truncated {
  if (text.length <= limit) return { text, cut: false }
  const type = text.slice(0, limit + 1)
  const sentence = /^[\s\S]*[.!?][”’"')]*(?=\s)/.exec(type)?.[0] ?? ''
  if (sentence.length >= limit / 2 && sentence.length <= limit) return { text: sentence, cut: true }
  const word = /^[\s\S]*\S(?=\s)/.exec(type)?.[0].replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '') ?? ''
  return { text: word || firstLetters(text, limit), cut: true }
}

/** For a single word that is too long: whole letters, with their accents. */
function firstLetters(text: string, limit: number): string {
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > limit) break
    kept += segment
  }
  return kept
}

/** A text of our own, with an ellipsis where it was cut. */
export const truncateAtSentence = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  return `${truncateAtWord(text, limit - 1).text.replace(/(?<![.!?])[.!?]+$/, '')}…`
}

/** A later passage of which so little fits is left out whole. */
const LEAST = 40

/** A passage begins a line of its own, which takes about this much record type beside its letters. */
const NEW_LINE = 50

/**
 * As much of a quotation as fits. What is kept is kept as it was said, character for character: the mark of what is
 * missing belongs outside the quotation marks.
 */
export function truncateQuote(passages: readonly string[], limit: number): { passages: string[]; cut: boolean } {
  const kept: string[] = []
  let type = limit
  for (const passage of passages) {
    if (kept.length > 0 && (type <= 0 || (passage.length > type && type < LEAST))) return { passages: kept, cut: true }
    const { text, cut } = truncateAtWord(passage, type)
    if (text) kept.push(text)
    if (cut || !text) return { passages: kept, cut: true }
    type -= text.length + NEW_LINE
  }
  return { passages: kept, cut: false }
}
