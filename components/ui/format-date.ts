import { type InexactDate } from '@/lib/records/shared/inexact-date'
import { precisionOf } from '@/lib/text/edtf'
import type { Lang } from '@/lib/platform/i18n/locale'

type Part = { year: string; month?: string; day?: string; about: boolean; unsure: boolean }

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

const UNREPORTED = {
  en: { day: '', month: ', day not reported', year: ', month and day not reported' },
  es: { day: '', month: '; no se informó el día', year: '; no se informaron el mes ni el día' },
}

/** Formats a date with its known precision: "November 2024, day not reported". */
export const formatInexactDate = (date: Pick<InexactDate, 'edtf'> | null, lang: Lang): string => {
  if (date === null) return lang === 'en' ? 'date not reported' : 'fecha no informada'
  const precision = precisionOf(date.edtf)
  if (precision === 'interval') return interval(date.edtf.split('/') as [string, string], lang)
  const part = partOf(date.edtf)
  return hedged(written(part, lang), part, lang) + UNREPORTED[lang][part.day ? 'day' : part.month ? 'month' : 'year']
}

/** Capitalizes the first letter, for dates at the start of a line. */
export const dateSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Formats an exact day. */
export const formatDay = (iso: string, lang: Lang): string => written(partOf(iso.slice(0, 10)), lang)

/** Value for `<time datetime>`; intervals have none. */
export const machineDate = (edtf: string): string | undefined =>
  edtf.includes('/') ? undefined : edtf.replace(/[?~%]$/, '')

const interval = ([from, to]: [string, string], lang: Lang): string => {
  const open = (end: string) => end === '' || end === '..'
  if (open(from)) return end(to, lang, { en: ' or earlier', es: ' o antes' })
  if (open(to)) return end(from, lang, { en: ' or later', es: ' o después' })
  const [first, last] = [partOf(from), partOf(to)]
  const lastText = hedged(written(last, lang), last, lang)
  const firstText = hedged(written(withoutShared(first, last), lang), first, lang)
  if (lang === 'en') return `between ${firstText} and ${lastText}`
  return `entre ${article(first)}${firstText} y ${article(last)}${lastText}`
}

const end = (edtf: string, lang: Lang, suffix: Record<Lang, string>): string => {
  const part = partOf(edtf)
  return hedged(written(part, lang), part, lang) + suffix[lang]
}

/** "20 and 24 January 2025": omits from the first date what both share. */
const withoutShared = (first: Part, last: Part): Part => {
  if (first.about || first.unsure || !first.month || !last.month || first.year !== last.year) return first
  const sameMonth = first.month === last.month && first.day && last.day
  return { ...first, year: '', month: sameMonth ? undefined : first.month }
}

const article = (part: Part): string => (part.day && !part.about ? 'el ' : '')

const written = ({ year, month, day }: Part, lang: Lang): string => {
  const name = month && MONTHS[lang][Number(month) - 1]
  const words = [day && String(Number(day)), name, year].filter(Boolean)
  return words.join(lang === 'en' ? ' ' : ' de ')
}

const hedged = (text: string, { about, unsure, day }: Part, lang: Lang): string => {
  const approximate = about ? (lang === 'en' ? `about ${text}` : `hacia ${day ? 'el ' : ''}${text}`) : text
  return unsure ? `${approximate} ${lang === 'en' ? '(uncertain)' : '(dato incierto)'}` : approximate
}

const partOf = (edtf: string): Part => {
  const [year, month, day] = edtf.replace(/[?~%]$/, '').split('-')
  return { year: year!, month, day, about: /[~%]$/.test(edtf), unsure: /[?%]$/.test(edtf) }
}
