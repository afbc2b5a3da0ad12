import { createFormatter, createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatNumber } from '@/lib/platform/i18n/phrases'
import en from '@/messages/en.json'
import es from '@/messages/es.json'

type Messages = typeof en

/** The memo is cleared when it contains this many formatted messages. */
const MAX_MESSAGES = 10_000

/** Memoizes a translator: formatting a message costs as much as rendering many elements. */
const withMemo = (translate: Translator<Messages>): Translator<Messages> => {
  const memo = new Map<string, string>()
  const translateOnce = (key: never, values?: never): string => {
    const id = values ? key + JSON.stringify(values) : key
    const cached = memo.get(id)
    if (cached !== undefined) return cached
    const text = translate(key, values)
    if (memo.size >= MAX_MESSAGES) memo.clear()
    memo.set(id, text)
    return text
  }
  return Object.assign(translateOnce, translate) as Translator<Messages>
}

// The English file defines the keys; a unit test checks that the Spanish file has the same.
const translators: Record<Lang, Translator<Messages>> = {
  en: withMemo(createTranslator({ locale: 'en', messages: en })),
  es: withMemo(createTranslator({ locale: 'es', messages: es as Messages })),
}

/** The messages of one language: `translator(lang)('home.search')`. */
export const translator = (lang: Lang) => translators[lang]

const formatterOf = (lang: Lang, locale: string) => ({
  ...createFormatter({ locale, timeZone: 'UTC' }),
  number: (number: number) => formatNumber(number, lang),
})
const formatters = { en: formatterOf('en', 'en-US'), es: formatterOf('es', 'es-US') }

/** Formats numbers, lists and dates in a language. */
export const format = (lang: Lang) => formatters[lang]

/** A path of this site in a language. English has no prefix. */
export const href = (lang: Lang, path: string): string =>
  lang === 'en' ? path : path === '/' ? '/es' : path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`
