import type { Lang, LocalizedText } from './locale'

const lists = {
  en: {
    any: new Intl.ListFormat('en', { type: 'disjunction' }),
    all: new Intl.ListFormat('en', { type: 'conjunction' }),
  },
  es: {
    any: new Intl.ListFormat('es', { type: 'disjunction' }),
    all: new Intl.ListFormat('es', { type: 'conjunction' }),
  },
} as const

// Created once: creating an Intl format costs as much as rendering a hundred elements.
const numbers = { en: new Intl.NumberFormat('en-US'), es: new Intl.NumberFormat('es-US') }

/** "12,345" */
export const formatNumber = (number: number, lang: Lang): string =>
  Number.isInteger(number) && number >= 0 && number < 1_000 ? String(number) : numbers[lang].format(number)

/** "one, two, or three" */
export const formatList = (words: readonly string[], how: 'any' | 'all', lang: Lang): string => {
  const text = lists[lang][how].format(words)
  // Intl writes "u orden", but not "u órdenes".
  return lang === 'es' ? text.replace(/ o (?=h?ó)/gu, ' u ') : text
}

/** A label inside a sentence: "Joining operations" gets a lowercase letter, "U.S. senator" does not. */
export const lowercaseFirst = (label: string): string =>
  /^\p{Lu}(\p{Ll}|\s)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Replaces `{}`: `fillPlaceholder({ en: 'in {}', … }, 'en', 'Texas')`. */
export const fillPlaceholder = (phrase: LocalizedText, lang: Lang, value: string): string =>
  phrase[lang].split('{}').join(value)

const months = {
  en: new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es', { month: 'long', timeZone: 'UTC' }),
}

/** The name of a month by its number, "01" to "12". */
export const monthName = (month: string, lang: Lang): string =>
  months[lang].format(new Date(`2000-${month}-01T00:00:00Z`))

/** "2025-01" as "January 2025"; a day or a year alone likewise. */
export const formatIsoDate = (iso: string, lang: Lang): string => {
  const [year, month, day] = iso.split('-')
  const name = month && monthName(month, lang)
  return [day && String(Number(day)), name, year].filter(Boolean).join(lang === 'en' ? ' ' : ' de ')
}
