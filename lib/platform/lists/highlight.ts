import { termsOf } from './text-filter'

/** A piece of a text, and whether it is one of the words that were searched for. */
export type HighlightPiece = { text: string; found: boolean }

/** What is searched for, ready to be compared: each a word or the words of a phrase. */
export type SearchTerms = { words: string[]; begins: boolean }[]

const WORD = /[\p{L}\p{N}\p{M}]+/gu

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The beginning that forms of a word share in English and Spanish; what the database finds is close to it. */
const stem = (word: string): string => {
  if (word.length < 4) return word
  const short = word.replace(
    /(?:ations?|ciones|cion|ments?|mente|ingly|ings?|edly|ies|ely|ed|es|ly|os|as|s|y|e|o|a)$/,
    '',
  )
  return short.length < 3 ? word : short
}

const wordsIn = (text: string) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: withoutAccents(word),
    from: index,
    to: index + word.length,
  }))

/** The words and phrases of a search that records are found by. */
export const searchTermsIn = (text: string): SearchTerms =>
  termsOf(text)
    .flat()
    .filter((term) => !term.not)
    .flatMap(({ words, quoted, begins }) => {
      const all = wordsIn(words).map(({ word }) => word)
      return quoted ? [{ words: all, begins }] : all.map((word) => ({ words: [word], begins }))
    })
    .filter(({ words }) => words.length > 0)

/** A text in pieces: its own letters, whatever accents and endings the search had. */
export const highlightPieces = (text: string, sought: SearchTerms): HighlightPiece[] => {
  const words = wordsIn(text)
  const pieces: HighlightPiece[] = []
  let done = 0
  for (let at = 0; at < words.length; at++) {
    const length = Math.max(0, ...sought.map((one) => (begin(words.slice(at), one) ? one.words.length : 0)))
    if (length === 0) continue
    const { from } = words[at]!
    const { to } = words[at + length - 1]!
    if (from > done) pieces.push({ text: text.slice(done, from), found: false })
    pieces.push({ text: text.slice(from, to), found: true })
    done = to
    at += length - 1
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false })
  return pieces
}

const begin = (found: readonly { word: string }[], { words, begins }: SearchTerms[number]): boolean =>
  words.length <= found.length &&
  words.every((word, at) => {
    const here = found[at]!.word
    return here === word || stem(here) === stem(word) || (begins && here.startsWith(word))
  })
