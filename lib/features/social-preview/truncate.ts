import { withoutHidden } from '@/lib/platform/text/hidden-characters'

/** A shortened text, and whether anything was cut. */
export type Truncated = { text: string; cut: boolean }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Shortens a text to at most `limit` characters, at the end of a sentence if it is late enough, otherwise of a word.
 */
export function truncateAtWord(text: string, limit: number): Truncated {
  if (text.length <= limit) return { text, cut: false }
  const head = text.slice(0, limit + 1)
  const sentence = /^[\s\S]*[.!?][”’"')]*(?=\s)/.exec(head)?.[0] ?? ''
  if (sentence.length >= limit / 2 && sentence.length <= limit) return { text: sentence, cut: true }
  const word = /^[\s\S]*\S(?=\s)/.exec(head)?.[0].replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '') ?? ''
  return { text: word || firstLetters(text, limit), cut: true }
}

/** Shortens a single long word by graphemes, so that letters keep their accents. */
function firstLetters(text: string, limit: number): string {
  let excerpt = ''
  for (const { segment } of graphemes.segment(text)) {
    if (excerpt.length + segment.length > limit) break
    excerpt += segment
  }
  return excerpt
}

/** Shortens a text, with an ellipsis if it was cut. For the site's own texts, never for quotes. */
export const truncateAtSentence = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  return `${truncateAtWord(text, limit - 1).text.replace(/(?<![.!?])[.!?]+$/, '')}…`
}

/** Minimum space for a further passage. If less fits, the whole passage is dropped. */
const MIN_LENGTH = 40

/** The approximate space of a line break, in characters, because each passage starts a new line. */
const NEW_LINE = 50

/** Shortens a quotation without altering it. Callers show the omission outside the quotation marks. */
export function truncateQuote(passages: readonly string[], limit: number): { passages: string[]; cut: boolean } {
  const excerpt: string[] = []
  let remaining = limit
  for (const passage of passages) {
    if (excerpt.length > 0 && (remaining <= 0 || (passage.length > remaining && remaining < MIN_LENGTH)))
      return { passages: excerpt, cut: true }
    const { text, cut } = truncateAtWord(withoutHidden(passage), remaining)
    if (text) excerpt.push(text)
    if (cut || !text) return { passages: excerpt, cut: true }
    remaining -= text.length + NEW_LINE
  }
  return { passages: excerpt, cut: false }
}
