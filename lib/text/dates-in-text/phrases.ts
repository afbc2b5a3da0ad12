import type { Lang } from '@/lib/platform/i18n/locale'
import { mondayOf, monthOf, plusDays, weekOf, weekdayOf, yearOf } from './days'
import type { DateReading } from './reading'

type Meaning = Pick<DateReading, 'how' | 'options'>
type Phrase = { words: Record<Lang, RegExp>; means: (day: string, found: RegExpExecArray) => Meaning }

const asks = (...options: string[]): Meaning => ({ how: 'asks', options: [...new Set(options)] })
const derived = (option: string): Meaning => ({ how: 'derived', options: [option] })

const NUMBERS: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10 },
}
const numberIn = (word: string): number => NUMBERS[word.toLowerCase()] ?? Number(word)
const NUMBER = String.raw`(\d{1,2}|${Object.keys(NUMBERS).join('|')})`

const UNITS: Record<string, 'day' | 'week' | 'month' | 'year'> = {
  ...{
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    month: 'month',
    months: 'month',
    year: 'year',
    years: 'year',
  },
  ...{
    día: 'day',
    días: 'day',
    semana: 'week',
    semanas: 'week',
    mes: 'month',
    meses: 'month',
    año: 'year',
    años: 'year',
  },
}

const ago = (day: string, [, number, unit]: RegExpExecArray): Meaning => {
  const many = numberIn(number!)
  switch (UNITS[unit!.toLowerCase()]) {
    case 'day':
      return derived(plusDays(day, -many))
    case 'week':
      return asks(weekOf(plusDays(day, -7 * many)), plusDays(day, -7 * many))
    case 'month':
      return asks(monthOf(day, -many))
    default:
      return asks(yearOf(day, -many))
  }
}

const WEEKDAYS = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miércoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sábado'],
]

/** A weekday usually means the last one before publication, sometimes the next one: a person has to choose. */
const weekday = (day: string, found: RegExpExecArray): Meaning => {
  const named = WEEKDAYS.findIndex((names) => names.includes(found[2]!.toLowerCase()))
  const last = plusDays(day, -((weekdayOf(day) - named + 7) % 7))
  const next = plusDays(last, 7)
  if (/^(next|próximo)$/i.test(found[1] ?? found[3] ?? '')) return asks(next, plusDays(next, 7))
  if (/^(last|pasado)$/i.test(found[1] ?? found[3] ?? '')) {
    const before = last === day ? plusDays(last, -7) : last
    return asks(before, plusDays(before, -7))
  }
  return asks(last, next)
}

const weekend = (day: string): Meaning => {
  const saturday = plusDays(mondayOf(day), weekdayOf(day) === 0 || weekdayOf(day) === 6 ? 5 : -2)
  return asks(`${saturday}/${plusDays(saturday, 1)}`)
}

/** Relative dates of news texts. Days, months and years are derived; a week needs a person's choice. */
export const PHRASES: Phrase[] = [
  {
    words: { en: /\bearlier this week\b/gi, es: /\b(?:a principios de|más temprano) esta semana\b/gi },
    means: (day) => asks(`${mondayOf(day)}/${day}`, weekOf(day)),
  },
  {
    words: { en: /\b(?:later )?this (?:past )?week\b(?!end)/gi, es: /\besta (?:misma )?semana\b/gi },
    means: (day) => asks(`${mondayOf(day)}/${day}`, weekOf(day)),
  },
  {
    words: { en: /\b(?:late |early )?(?:last|the past) week\b(?!end)/gi, es: /\bla semana pasada\b/gi },
    means: (day) => asks(weekOf(day, -1), `${plusDays(day, -7)}/${plusDays(day, -1)}`),
  },
  {
    words: { en: /\bnext week\b(?!end)/gi, es: /\bla (?:próxima semana|semana (?:próxima|que viene))/gi },
    means: (day) => asks(weekOf(day, 1)),
  },
  {
    words: {
      en: /\b(?:over the|this|this past|last|during the) weekend\b/gi,
      es: /\b(?:este|el|durante el) fin de semana(?: pasado)?/gi,
    },
    means: weekend,
  },
  {
    words: { en: /\b(?:in )?recent (?:days|weeks)\b/gi, es: /\b(?:en )?los últimos días\b/gi },
    means: (day) => asks(`${plusDays(day, -14)}/${day}`),
  },
  { words: { en: /\bthis month\b/gi, es: /\beste mes\b/gi }, means: (day) => derived(monthOf(day)) },
  { words: { en: /\blast month\b/gi, es: /\bel mes pasado\b/gi }, means: (day) => derived(monthOf(day, -1)) },
  {
    words: { en: /\bnext month\b/gi, es: /\bel (?:próximo mes|mes que viene)\b/gi },
    means: (day) => derived(monthOf(day, 1)),
  },
  { words: { en: /\bthis year\b/gi, es: /\beste año\b/gi }, means: (day) => derived(yearOf(day)) },
  { words: { en: /\blast year\b/gi, es: /\bel año pasado\b/gi }, means: (day) => derived(yearOf(day, -1)) },
  {
    words: { en: /\bnext year\b/gi, es: /\bel (?:próximo año|año que viene)\b/gi },
    means: (day) => derived(yearOf(day, 1)),
  },
  {
    words: {
      en: new RegExp(String.raw`\b${NUMBER} (days?|weeks?|months?|years?) ago\b`, 'gi'),
      es: new RegExp(String.raw`\bhace ${NUMBER} (días?|semanas?|mes(?:es)?|años?)(?!\p{L})`, 'giu'),
    },
    means: ago,
  },
  { words: { en: /\byesterday\b/gi, es: /(?<!\p{L})ayer\b/giu }, means: (day) => derived(plusDays(day, -1)) },
  {
    words: {
      en: /\b(?:today|this (?:morning|afternoon|evening)|tonight)\b/gi,
      es: /\b(?:hoy|esta (?:mañana|tarde|noche))\b/gi,
    },
    means: derived,
  },
  {
    words: {
      en: /\b(?:(last|next|this past) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\b(?!,? \w{3,9}\.? \d)/gi,
      es: /(?:\b(próximo) )?(?<!\p{L})(domingo|lunes|martes|miércoles|jueves|viernes|sábado)(?: (pasado|próximo))?(?!\p{L}|,? \d)/giu,
    },
    means: weekday,
  },
]

/** Years stated in a text: "in 2017". */
export const STATED_YEAR: Record<Lang, RegExp> = {
  en: /\b(?:in|since|by|during|until|from|early|late|mid) ((?:19|20)\d{2})\b(?![-/–]\d)/gi,
  es: /\b(?:en|desde|hasta|durante|de) ((?:19|20)\d{2})\b(?![-/–]\d)/gi,
}
