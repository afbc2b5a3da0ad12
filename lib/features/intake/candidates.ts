import type { Lang } from '@/lib/platform/i18n/locale'
import { datesIn } from '@/lib/text/dates-in-text/read'
import type { DateReading } from '@/lib/text/dates-in-text/reading'
import type { Span } from '@/lib/text/quotes'
import { type Mention, placeWords } from './mentions'
import { passagesIn } from './passages'
import type { SpeakerMention } from './speech'

/** Candidate entry recognized in a text. All parts carry their positions. */
export type Candidate = {
  /** Supporting sentences. */
  around: Span
  /** Quoted passages without quotation marks; empty for reported speech. */
  quotes: Span[]
  /** Possible speakers, most likely first. */
  speakers: SpeakerMention[]
  /** Possible place names with an adjacent state. Those in the passage come before those in its paragraph. */
  places: (Mention & { state: string | null; here: boolean })[]
  dates: DateReading[]
}

// About forty printed pages. Bounds the time for texts crafted to be slow.
const MAX_TEXT_LENGTH = 200_000

/** Candidates in document order. */
export const candidatesIn = (fullText: string, published: string | null, lang: Lang): Candidate[] => {
  const text = fullText.slice(0, MAX_TEXT_LENGTH)
  const dates = datesIn(text, published, lang)
  const places = placeWords(text)
  return passagesIn(text).map(({ around, quotes, speakers }) => {
    const paragraph = paragraphOf(text, around)
    const inside = (span: Span) => (one: Span) => one.start >= span.start && one.end <= span.end
    const near = dates.filter(inside(around))
    const isPerson = (one: Span) =>
      speakers.some((who) => who.kind === 'person' && who.start < one.end && one.start < who.end)
    return {
      around,
      quotes,
      speakers,
      places: places
        .filter((one) => inside(paragraph)(one) && (one.state || !isPerson(one)))
        .map((one) => ({ ...one, here: inside(around)(one) })),
      dates: near.length ? near : dates.filter(inside(paragraph)),
    }
  })
}

const paragraphOf = (text: string, { start, end }: Span): Span => {
  const next = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next }
}
