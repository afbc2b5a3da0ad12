import { parseSearchTerms } from './text-filter'

/** A piece of a text; `isMatch` when it matches a search term. */
export type HighlightPiece = { text: string; isMatch: boolean }

/** Normalized search terms: each a word or the words of a phrase. The last word of a prefix term may be incomplete. */
export type SearchTerms = { words: string[]; isPrefix: boolean }[]

const WORD = /[\p{L}\p{N}\p{M}]+/gu

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A rough stem for English and Spanish, close to what PostgreSQL's dictionaries match. */
const stem = (word: string): string => {
  if (word.length < 4) return word
  const stemmed = word.replace(
    /(?:ations?|ciones|cion|ments?|mente|ingly|ings?|edly|ies|ely|ed|es|ly|os|as|s|y|e|o|a)$/,
    '',
  )
  return stemmed.length < 3 ? word : stemmed
}

const wordsIn = (text: string) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: withoutAccents(word),
    from: index,
    to: index + word.length,
  }))

/** The positive terms of a search query. */
export const searchTermsIn = (text: string): SearchTerms =>
  parseSearchTerms(text)
    .flat()
    .filter((term) => !term.isNegated)
    .flatMap(({ words, isPhrase, isPrefix }) => {
      const all = wordsIn(words).map(({ word }) => word)
      return isPhrase ? [{ words: all, isPrefix }] : all.map((word) => ({ words: [word], isPrefix }))
    })
    .filter(({ words }) => words.length > 0)

/** Splits a text into matching and other pieces; joined, they are the text itself. Accents and word endings are ignored. */
export const highlightPieces = (text: string, terms: SearchTerms): HighlightPiece[] => {
  const words = wordsIn(text)
  const pieces: HighlightPiece[] = []
  let end = 0
  for (let i = 0; i < words.length; i++) {
    const length = Math.max(0, ...terms.map((term) => (startsWithTerm(words.slice(i), term) ? term.words.length : 0)))
    if (length === 0) continue
    const { from } = words[i]!
    const { to } = words[i + length - 1]!
    if (from > end) pieces.push({ text: text.slice(end, from), isMatch: false })
    pieces.push({ text: text.slice(from, to), isMatch: true })
    end = to
    i += length - 1
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false })
  return pieces
}

const startsWithTerm = (text: readonly { word: string }[], { words, isPrefix }: SearchTerms[number]): boolean =>
  words.length <= text.length &&
  words.every((word, i) => {
    const candidate = text[i]!.word
    return candidate === word || stem(candidate) === stem(word) || (isPrefix && candidate.startsWith(word))
  })
