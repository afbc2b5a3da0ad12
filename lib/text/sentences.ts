import type { Span } from './quotes'

// Abbreviations whose period does not end a sentence, in English and Spanish.
const ABBREVIATION =
  /(?:^|[\s(“"])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Lt|Col|Gen|Sgt|Capt|Atty|Supt|Insp|Jr|Sr|St|Ft|Mt|No|vs|Inc|Co|Corp|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Sra?|Dra?|Gob|Lic|Ing|EE|UU|a\.m|p\.m)\.$/

/** The sentences of a text, without the spaces between them. None spans a paragraph. */
export const sentencesIn = (text: string): Span[] => {
  const sentences: Span[] = []
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    let start: number | null = null
    const end = (at: number) => {
      if (start !== null && text.slice(start, at).trim()) sentences.push(trimmed(text, { start, end: at }))
      start = null
    }
    const stops = paragraph[0].matchAll(/(?<![.!?…])[.!?…]+["”’')\]]*(?=\s|$)/g)
    const from = paragraph.index
    for (const stop of stops) {
      start ??= sentences.length && sentences.at(-1)!.end > from ? sentences.at(-1)!.end : from
      const at = from + stop.index + stop[0].length
      if (endsHere(text, from + stop.index, at)) end(at)
    }
    start ??= sentences.length && sentences.at(-1)!.end > from ? sentences.at(-1)!.end : from
    end(from + paragraph[0].length)
  }
  return sentences
}

/** True if a mark ends a sentence: no lowercase letter follows, and no abbreviation precedes. */
const endsHere = (text: string, mark: number, after: number): boolean => {
  if (/^\s+[\p{Ll}]/u.test(text.slice(after, after + 4))) return false
  return text[mark] !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, mark - 12), mark + 1))
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}

/** The range of all sentences that a range touches. */
export const sentenceAround = (text: string, span: Span): Span => {
  const touched = sentencesIn(text).filter((one) => one.start < span.end && one.end > span.start)
  return {
    start: Math.min(span.start, touched[0]?.start ?? span.start),
    end: Math.max(span.end, touched.at(-1)?.end ?? span.end),
  }
}
