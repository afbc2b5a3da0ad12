import { LONGEST_QUOTE, type Span, quotedPassages } from '@/lib/text/quotes'
import { sentencesIn } from '@/lib/text/sentences'
import { type SpeakerMention, speakersIn, isSpeechVerb } from './speech'

/** A stretch of a text that may be an entry: the sentences, the quoted words in them, and who may be speaking. */
export type Passage = { around: Span; quotes: Span[]; speakers: SpeakerMention[] }

const PRONOUN = /(?<!\p{L})(?:he|she|they|him|her|his|él|ella|agregó|añadió)(?!\p{L})/iu

/**
 * The passages of a text in its order: sentences with quoted words, those of the same speaker in one paragraph
 * together, and sentences that tell without quotation marks what somebody says.
 */
export const passagesIn = (text: string): Passage[] => {
  const passages: Passage[] = []
  const quotes = quotedPassages(text)
  for (const paragraph of paragraphsOf(text)) {
    let last: Passage | undefined
    for (const sentence of joined(text, paragraph, quotes)) {
      if (sentence.end - sentence.start > 2 * LONGEST_QUOTE) continue
      const words = text.slice(sentence.start, sentence.end)
      const speakers = speakersIn(text, sentence)
      // One word between marks is mostly the name of a thing (“sanctuary”), unless somebody is quoted with it.
      const shortest = speakers[0]?.how === 'said' ? 1 : 2
      const inside = quotes.filter(
        (one) => one.start >= sentence.start && one.end <= sentence.end && wordsOf(text, one) >= shortest,
      )
      if (!inside.length && !isSpeechVerb(words)) continue
      const said = speakers.find((one) => one.how === 'said')
      const goesOn =
        last &&
        sentence.end - last.around.start <= LONGEST_QUOTE &&
        (!said ? PRONOUN.test(outside(words)) || !speakers.length : last.speakers[0]?.name.endsWith(said.name))
      if (goesOn && last) {
        last.around.end = sentence.end
        last.quotes.push(...inside)
      } else {
        if (!inside.length && !said) continue
        last = { around: { ...sentence }, quotes: inside, speakers }
        passages.push(last)
      }
    }
  }
  return passages.filter(({ quotes, speakers }) => quotes.length > 0 || speakers.some((one) => one.how === 'said'))
}

const paragraphsOf = (text: string): Span[] =>
  [...text.matchAll(/[^\n]+/g)].map((found) => ({ start: found.index, end: found.index + found[0].length }))

/** The sentences of a paragraph; those that one quotation reaches across are one. */
const joined = (text: string, paragraph: Span, quotes: Span[]): Span[] => {
  const sentences: Span[] = []
  for (const one of sentencesIn(text.slice(paragraph.start, paragraph.end))) {
    const sentence = { start: one.start + paragraph.start, end: one.end + paragraph.start }
    const last = sentences.at(-1)
    if (last && quotes.some((quote) => quote.start < last.end && quote.end > sentence.start)) last.end = sentence.end
    else sentences.push(sentence)
  }
  return sentences
}

const wordsOf = (text: string, { start, end }: Span): number => text.slice(start, end).trim().split(/\s+/).length

const outside = (words: string): string => words.replace(/[“"][^“”"]*[”"]/g, ' ')
