import type { Lang } from '@/lib/platform/i18n/locale'
import { intervalOf } from '@/lib/text/edtf'
import { calendarDates } from './calendar'
import { PHRASES, STATED_YEAR } from './phrases'
import type { DateReading } from './reading'

/**
 * The dates in a text, never more precise than the text and the day of publication allow. A date that depends on an
 * unknown or ambiguous day of publication needs a person's choice (`asks`).
 */
export const datesIn = (text: string, published: string | null, lang: Lang): DateReading[] => {
  const days = published === null ? null : intervalOf(published)
  if (!days?.earliest || !days.latest) return readings(text, '2000-01-01', lang).map(withoutDay)
  const first = readings(text, days.earliest, lang)
  if (days.earliest === days.latest) return first
  const byPlace = new Map(readings(text, days.latest, lang).map((one) => [`${one.start}-${one.end}`, one]))
  return first.map((one) => {
    const other = byPlace.get(`${one.start}-${one.end}`)
    const options = [...new Set([...one.options, ...(other?.options ?? [])])]
    return { ...one, options, how: options.length > 1 ? 'asks' : one.how }
  })
}

const withoutDay = (one: DateReading): DateReading =>
  one.how === 'stated' ? one : { ...one, how: 'asks', options: [] }

const readings = (text: string, day: string, lang: Lang): DateReading[] => {
  const phrases = PHRASES.flatMap(({ words, means }) =>
    [...text.matchAll(words[lang])].map((found): DateReading => ({ ...placeOf(found), ...means(day, found) })),
  )
  const years = [...text.matchAll(STATED_YEAR[lang])].map((found): DateReading => {
    const start = found.index + found[0].length - found[1]!.length
    return { start, end: start + 4, words: found[1]!, how: 'stated', options: [found[1]!] }
  })
  // Phrases win over chrono, which turns "last week" into a day.
  const taken = new Uint8Array(text.length)
  const free = [...phrases, ...calendarDates(text, day, lang), ...years].filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1)
    if (isFree) taken.fill(1, start, end)
    return isFree
  })
  return free.toSorted((a, b) => a.start - b.start)
}

const placeOf = (found: RegExpExecArray) => ({
  words: found[0],
  start: found.index,
  end: found.index + found[0].length,
})
