import type { Lang } from '@/lib/platform/i18n/locale'
import { datesIn } from '@/lib/text/dates-in-text/read'
import type { DateReading } from '@/lib/text/dates-in-text/reading'
import type { Span } from '@/lib/text/quotes'
import { type Mention, placeWords } from './mentions'
import { passagesIn } from './passages'
import type { SpeakerMention } from './speech'

/** What may be an entry, read from a text alone. Each part says where in the text it stands. */
export type Candidate = {
  /** The sentences that support it. */
  around: Span
  /** The quoted words in them, without the marks; none: the text tells in its own words. */
  quotes: Span[]
  /** Who may speak, the likeliest first. */
  speakers: SpeakerMention[]
  /** Words that may name a place, with the state where it stands beside them: those here, then those of the paragraph. */
  places: (Mention & { state: string | null; here: boolean })[]
  dates: DateReading[]
}

// About forty printed pages. What is made to be slow to read has its limit there.
const FARTHEST = 200_000

/** The candidates in a text, in its order. */
export const candidatesIn = (whole: string, published: string | null, lang: Lang): Candidate[] => {
  const text = whole.slice(0, FARTHEST)
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
