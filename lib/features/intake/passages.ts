import { MAX_QUOTE_LENGTH, type Span, quotedPassages } from '@/lib/text/quotes'
import { sentencesIn } from '@/lib/text/sentences'
import { type SpeakerMention, speakersIn, isSpeechVerb } from './speech'

/** Passage that may be an entry: sentences, quotes and possible speakers. */
export type Passage = { around: Span; quotes: Span[]; speakers: SpeakerMention[] }

const PRONOUN = /(?<!\p{L})(?:he|she|they|him|her|his|él|ella|agregó|añadió)(?!\p{L})/iu

/**
 * Passages in document order: sentences with quotes, merged per speaker within a paragraph, and sentences that report
 * speech without quotation marks.
 */
export const passagesIn = (text: string): Passage[] => {
  const passages: Passage[] = []
  const quotes = quotedPassages(text)
  for (const paragraph of paragraphsOf(text)) {
    let last: Passage | undefined
    for (const sentence of mergedSentences(text, paragraph, quotes)) {
      if (sentence.end - sentence.start > 2 * MAX_QUOTE_LENGTH) continue
      const words = text.slice(sentence.start, sentence.end)
      const speakers = speakersIn(text, sentence)
      // A single quoted word is usually a name (“sanctuary”), unless a speaker is attributed.
      const shortest = speakers[0]?.how === 'said' ? 1 : 2
      const inside = quotes.filter(
        (one) => one.start >= sentence.start && one.end <= sentence.end && wordsOf(text, one) >= shortest,
      )
      if (!inside.length && !isSpeechVerb(words)) continue
      const attributed = speakers.find((one) => one.how === 'said')
      const continuesLast =
        last &&
        sentence.end - last.around.start <= MAX_QUOTE_LENGTH &&
        (!attributed
          ? PRONOUN.test(outside(words)) || !speakers.length
          : last.speakers[0]?.name.endsWith(attributed.name))
      if (continuesLast && last) {
        last.around.end = sentence.end
        last.quotes.push(...inside)
      } else {
        if (!inside.length && !attributed) continue
        last = { around: { ...sentence }, quotes: inside, speakers }
        passages.push(last)
      }
    }
  }
  return passages.filter(({ quotes, speakers }) => quotes.length > 0 || speakers.some((one) => one.how === 'said'))
}

const paragraphsOf = (text: string): Span[] =>
  [...text.matchAll(/[^\n]+/g)].map((found) => ({ start: found.index, end: found.index + found[0].length }))

/** Sentences of a paragraph; those within one quotation are merged. */
const mergedSentences = (text: string, paragraph: Span, quotes: Span[]): Span[] => {
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
