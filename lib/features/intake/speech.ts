import type { Span } from '@/lib/text/quotes'
import { type Mention, type Person, bodiesNamed, fullNames, titledPeople } from './mentions'

/** Possible speaker. `said`: subject of a speech verb; `near`: named close by or referred to by a pronoun. */
export type SpeakerMention = Mention & { name: string; kind: 'person' | 'body'; how: 'said' | 'near' }

const VERB =
  '(?:said|says|told|added|stated|states|wrote|writes|declared|announced|tweeted|posted|argued|warned|called|criticized|condemned|reaffirmed|emphasized|insisted|vowed|pledged|testified|noted|explained|slammed|assailed|blasted|rejected|urged|promised|responded|continued|tells|published|issued|released|dijo|dice|señaló|afirmó|declaró|agregó|añadió|aseguró|escribió|advirtió|explicó|reiteró|sostuvo|criticó|condenó)'

const AFTER = new RegExp(String.raw`^[^.“”"\n]{0,60}?\b${VERB}\b`, 'u')
const BEFORE = new RegExp(String.raw`(?:\b${VERB}|\b[Aa]ccording to|\b[Ss]egún)(?:\s+(?:the|el|la|that))?\s*$`, 'u')

/** True if a text contains a speech verb. */
export const isSpeechVerb = (text: string): boolean => new RegExp(String.raw`\b${VERB}\b`, 'u').test(text)

/** Possible speakers in a span, most likely first. */
export const speakersIn = (text: string, within: Span): SpeakerMention[] => {
  // Blanks out quotations, because people named in them are not the speakers. Preserves the length, so that positions
  // stay valid.
  const here = text
    .slice(within.start, within.end)
    .replace(/[“"][^“”"\n]*[”"]/g, (quote) => '\uFFFC'.repeat(quote.length))
  const titled = titledPeople(here)
  const people = firstOf([...titled, ...fullNames(here).filter((one) => !isBody(one.words))])
  const all = [
    ...people.map((one) => ({ ...one, kind: 'person' as const, rank: titled.includes(one) ? 0 : 2 })),
    ...bodiesNamed(here).map((one) => ({ ...one, name: one.words, kind: 'body' as const, rank: 1 })),
  ]
  return all
    .map(({ rank, ...one }) => {
      const isAttributed =
        AFTER.test(here.slice(one.end)) || BEFORE.test(here.slice(Math.max(0, one.start - 60), one.start))
      const how = isAttributed ? ('said' as const) : ('near' as const)
      return {
        ...one,
        start: one.start + within.start,
        end: one.end + within.start,
        how,
        rank: rank + (isAttributed ? 0 : 3),
      }
    })
    .filter((one) => one.how === 'said' || one.kind === 'person')
    .toSorted((a, b) => a.rank - b.rank || a.start - b.start)
    .map(({ rank: _, ...one }): SpeakerMention => one)
}

const isBody = (words: string): boolean => bodiesNamed(words).length > 0

/** The first of overlapping mentions. */
const firstOf = (people: Person[]): Person[] =>
  people.filter((one, at) => !people.slice(0, at).some((other) => other.start < one.end && one.start < other.end))
