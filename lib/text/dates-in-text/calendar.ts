import { type ParsedComponents, en, es } from 'chrono-node'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { DateReading } from './reading'

const PARSERS = { en, es }

type Part = 'year' | 'month' | 'day'

const two = (number: number): string => String(number).padStart(2, '0')

// A month's name alone is a date only after one of these words: "May" and "March" have other meanings.
const BEFORE_MONTH: Record<Lang, RegExp> = {
  en: /\b(?:in|since|by|until|through|from|during|of|last|this|next|early|late|mid)[ -]$/i,
  es: /\b(?:en|desde|hasta|durante|de|a|pasado|próximo)(?: el mes de)? $/i,
}

/** Dates with a month's name or in digits. Missing parts come from the day of publication. */
export const calendarDates = (text: string, day: string, lang: Lang): DateReading[] => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const noon = new Date(year, month - 1, date, 12)
  const found = piecesOf(text).flatMap(([from, piece]) =>
    PARSERS[lang].casual.parse(piece, noon).map((one) => Object.assign(one, { index: from + one.index })),
  )
  return found.flatMap((one): DateReading[] => {
    const said = (part: Part) => (one.start.isCertain(part) ? one.start.get(part) : null)
    if (!one.start.isCertain('month') || !/\d|\p{L}{3}/u.test(one.text)) return []
    const words = one.text.replace(/(?<![,;\s])[,;\s]+$/, '')
    const place = { words, start: one.index, end: one.index + words.length }
    const until = one.end?.isCertain('month') ? one.end : null
    const read = (start: ParsedComponents) => ({
      year: start.get('year')!,
      month: start.get('month')!,
      day: start.isCertain('day') ? start.get('day') : null,
    })
    const edtf = ({ year, month, day }: ReturnType<typeof read>, shift = 0): string =>
      [year + shift, two(month), ...(day === null ? [] : [two(day)])].join('-')
    const first = read(one.start)
    if (said('year') !== null) {
      // A year that is certain but not in the text was computed relative to today. Phrases handle those dates.
      if (!words.includes(String(first.year)) && !/\d\/\d/.test(words)) return []
      if (lang === 'es' && /^\d{1,2}\/\d{1,2}\//.test(words) && first.day! <= 12)
        return [
          { ...place, how: 'asks', options: [edtf(first), edtf({ ...first, month: first.day!, day: first.month })] },
        ]
      return [{ ...place, how: 'stated', options: [until ? `${edtf(first)}/${edtf(read(until))}` : edtf(first)] }]
    }
    if (first.day === null && !BEFORE_MONTH[lang].test(text.slice(Math.max(0, one.index - 20), one.index))) return []
    const options = nearest((shift) => edtf({ ...first, year: year }, shift), day)
    const shifts = options.map((option) => Number(option.slice(0, 4)) - first.year)
    const ranged = until ? options.map((option, at) => `${option}/${edtf(read(until), shifts[at]!)}`) : options
    return [{ ...place, how: ranged.length > 1 ? 'asks' : 'derived', options: ranged }]
  })
}

/** chrono's run time grows faster than linearly: minutes for a long text, milliseconds for its parts. */
const PIECE = 4_000

/** Splits a text at line ends where possible; each piece with its offset. */
const piecesOf = (text: string): [from: number, piece: string][] => {
  const pieces: [number, string][] = []
  for (let from = 0; from < text.length; from += pieces.at(-1)![1].length) {
    const piece = text.slice(from, from + PIECE)
    const end = from + PIECE < text.length ? piece.lastIndexOf('\n') + 1 : piece.length
    pieces.push([from, end > PIECE / 2 ? piece.slice(0, end) : piece])
  }
  return pieces
}

/** The latest past occurrence of a date without a year, and the next one too where that is nearer. */
const nearest = (inYear: (shift: number) => string, day: string): string[] => {
  const here = day.slice(0, inYear(0).length)
  const past = inYear(0) <= here ? inYear(0) : inYear(-1)
  const next = past === inYear(0) ? inYear(1) : inYear(0)
  const away = (edtf: string) => Math.abs(Date.parse(edtf) - Date.parse(here))
  return away(next) < away(past) ? [past, next] : [past]
}
