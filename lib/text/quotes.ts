import type { Fidelity } from '@/lib/vocabularies/fidelity'
import { type Comparable, comparable, occurrences } from './compare-text'

/** A range of a text, without the character at `end`. */
export type Span = { start: number; end: number }

/** The number of characters stored before and after a quotation, to find it again. */
const CONTEXT = 120

/** The longest quotation that a citation can hold. */
export const MAX_QUOTE_LENGTH = 2_000

/** The largest number of places that are returned for words; a text that repeats them has more. */
const MOST_PLACES = 1_000

/**
 * The ranges of a text that match words, ignoring the style of quotes, the amount of white space, what can't be seen,
 * and how letters are composed. Words that no citation can hold are not searched for.
 */
export const findWords = (text: string, words: string): Span[] => placesOf(comparable(text), words)

const placesOf = ({ units, from, to }: Comparable, words: string): Span[] => {
  if (words.length > MAX_QUOTE_LENGTH) return []
  const wanted = comparable(words.trim()).units
  const found: Span[] = []
  for (const at of occurrences(units, wanted)) {
    found.push({ start: from[at]!, end: to[at + wanted.length - 1]! })
    if (found.length === MOST_PLACES) break
  }
  return found
}

export type Anchor = { exact: string; prefix: string; suffix: string }

/** A range as a TextQuoteSelector: its characters, with whole words before and after. */
export const anchorFor = (text: string, { start, end }: Span): Anchor => {
  const before = text.slice(Math.max(0, start - CONTEXT), start)
  const after = text.slice(end, end + CONTEXT)
  return {
    exact: text.slice(start, end),
    prefix: start > CONTEXT && isInWord(text, start - CONTEXT) ? before.replace(/^\S+/, '') : before,
    suffix: end + CONTEXT < text.length && isInWord(text, end + CONTEXT) ? after.replace(/\S+$/, '') : after,
  }
}

const isInWord = (text: string, at: number): boolean => /\S/.test(text[at - 1]!) && /\S/.test(text[at]!)

export type FoundWords = Anchor & {
  /** The number of occurrences in the text. */
  times: number
  /** True if the text puts the words in quotation marks. */
  quoted: boolean
}

/** Words, and what stands before them where they occur more than once. */
export type Quote = { words: string; prefix: string }

/**
 * For each quote its place in the first text that has it, in the text's own characters; null where there is none. Each
 * text is brought into comparable form once.
 */
export const findQuotes = (texts: readonly string[], quotes: readonly Quote[]): (FoundWords | null)[] => {
  const found = quotes.map((): FoundWords | null => null)
  for (const text of texts) {
    const missing = quotes.flatMap(({ words }, at) => (found[at] || words.length > MAX_QUOTE_LENGTH ? [] : [at]))
    if (!missing.length) break
    const prepared = comparable(text)
    for (const at of missing) found[at] = bestPlace(text, placesOf(prepared, quotes[at]!.words), quotes[at]!.prefix)
  }
  return found
}

/** The first occurrence of words in a text. */
export const quoteFrom = (text: string, words: string): FoundWords | null =>
  findQuotes([text], [{ words, prefix: '' }])[0]!

/** The first place after the prefix, or else the first one. */
const bestPlace = (text: string, places: Span[], prefix: string): FoundWords | null => {
  const before = prefix.trimEnd().slice(-CONTEXT)
  const best = (before && places.find((one) => endsWith(text, one.start, before))) || places[0]
  return best ? { ...anchorFor(text, best), times: places.length, quoted: isQuoted(text, best) } : null
}

const endsWith = (text: string, at: number, words: string): boolean =>
  text
    .slice(Math.max(0, at - 2 * CONTEXT), at)
    .trimEnd()
    .endsWith(words)

/** The passages in quotation marks, without the marks. None spans a paragraph. */
export const quotedPassages = (text: string): Span[] => {
  const curly = [...text.matchAll(/\u201C([^\u201C\u201D\n]{2,2000})\u201D/g)]
  const straight = [...text.matchAll(/(?<![\p{L}\d"])"(?=\S)([^"\n\u201C\u201D]{2,2000})(?<=\S)"(?![\p{L}\d"])/gu)]
  return [...curly, ...straight]
    .map((match) => ({ start: match.index + 1, end: match.index + 1 + match[1]!.length }))
    .toSorted((a, b) => a.start - b.start)
}

/**
 * The part of a paragraph around a range, at most this many characters to each side. What is said about a range
 * depends on its paragraph only, and a hostile text is one paragraph.
 */
export const surroundings = (text: string, { start, end }: Span, reach = 2 * MAX_QUOTE_LENGTH): Span => {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const next = after.indexOf('\n')
  return { start: start - before.length + before.lastIndexOf('\n') + 1, end: end + (next < 0 ? after.length : next) }
}

/** True if a range is in quotation marks or contains a quotation: citations often include the sentence around one. */
const isQuoted = (text: string, range: Span): boolean => {
  const { start, end } = range
  if (/[\u201C\u201D"]/.test(text[start - 1] ?? '') && /[\u201C\u201D"]/.test(text[end] ?? '')) return true
  const near = surroundings(text, range)
  return quotedPassages(text.slice(near.start, near.end)).some(
    (one) => near.start + one.start < end && start < near.start + one.end,
  )
}

type Known = {
  /** True if the source has a captured text in which to look up the words. */
  held: boolean
  found: boolean
  quoted: boolean
  /** True if the source is the body's own document: its words need no quotation marks. */
  official: boolean
}

/**
 * The fidelities that a citation may claim. A verbatim one needs words that are in the source's captured text.
 */
export const fidelitiesFor = ({ held, found, quoted, official }: Known): Fidelity[] => {
  if (!held) return ['paraphrase', 'unverified']
  if (!found) return ['paraphrase']
  if (official) return ['official_text', 'fragment', 'paraphrase']
  return quoted ? ['reported_verbatim', 'fragment', 'altered_copy', 'unverified', 'paraphrase'] : ['paraphrase']
}

/** Fidelities that promise the source's own words. */
export const WORD_FOR_WORD: readonly Fidelity[] = ['official_text', 'reported_verbatim', 'fragment']
