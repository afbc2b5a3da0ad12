import { type InexactDate } from '@/lib/records/shared/inexact-date'
import { precisionOf } from './edtf'
import type { Lang } from '@/lib/platform/i18n/locale'
import { monthName } from '@/lib/platform/i18n/phrases'
import { translator } from '@/lib/platform/i18n/translate'

type Part = { year: string; month?: string; day?: string; about: boolean; unsure: boolean }

/** Formats a date with its known precision: "November 2024, day not reported". */
export const formatInexactDate = (date: Pick<InexactDate, 'edtf'> | null, lang: Lang): string => {
  const t = translator(lang)
  if (date === null) return t('date.notReported')
  const precision = precisionOf(date.edtf)
  if (precision === 'interval') return interval(date.edtf.split('/') as [string, string], lang)
  const part = partOf(date.edtf)
  const text = hedged(written(part, lang), part, lang)
  if (part.day) return text
  return t(part.month ? 'date.dayNotReported' : 'date.monthNotReported', { date: text })
}

/** Capitalizes the first letter, for dates at the start of a line. */
export const dateSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Formats an exact day. */
export const formatDay = (iso: string, lang: Lang): string => written(partOf(iso.slice(0, 10)), lang)

/** Value for `<time datetime>`; intervals have none. */
export const machineDate = (edtf: string): string | undefined =>
  edtf.includes('/') ? undefined : edtf.replace(/[?~%]$/, '')

const interval = ([from, to]: [string, string], lang: Lang): string => {
  const t = translator(lang)
  const open = (end: string) => end === '' || end === '..'
  if (open(from)) return t('date.orEarlier', { date: end(to, lang) })
  if (open(to)) return t('date.orLater', { date: end(from, lang) })
  const [first, last] = [partOf(from), partOf(to)]
  const lastText = hedged(written(last, lang), last, lang)
  const firstText = hedged(written(withoutShared(first, last), lang), first, lang)
  return lang === 'en'
    ? t('date.between', { first: firstText, last: lastText })
    : t('date.between', { first: article(first) + firstText, last: article(last) + lastText })
}

const end = (edtf: string, lang: Lang): string => {
  const part = partOf(edtf)
  return hedged(written(part, lang), part, lang)
}

/** "20 and 24 January 2025": omits from the first date what both share. */
const withoutShared = (first: Part, last: Part): Part => {
  if (first.about || first.unsure || !first.month || !last.month || first.year !== last.year) return first
  const sameMonth = first.month === last.month && first.day && last.day
  return { ...first, year: '', month: sameMonth ? undefined : first.month }
}

const article = (part: Part): string => (part.day && !part.about ? 'el ' : '')

const written = ({ year, month, day }: Part, lang: Lang): string => {
  const words = [day && String(Number(day)), month && monthName(month, lang), year].filter(Boolean)
  return words.join(lang === 'en' ? ' ' : ' de ')
}

const hedged = (text: string, { about, unsure, day }: Part, lang: Lang): string => {
  const t = translator(lang)
  const approximate = about ? t(day ? 'date.aboutDay' : 'date.about', { date: text }) : text
  return unsure ? t('date.uncertain', { date: approximate }) : approximate
}

const partOf = (edtf: string): Part => {
  const [year, month, day] = edtf.replace(/[?~%]$/, '').split('-')
  return { year: year!, month, day, about: /[~%]$/.test(edtf), unsure: /[?%]$/.test(edtf) }
}
