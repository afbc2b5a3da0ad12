import { createFormatter, createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatNumber } from '@/lib/platform/i18n/phrases'
import en from '@/messages/en.json'
import es from '@/messages/es.json'

type Messages = typeof en

/** Messages that are kept at most, each with what was put into it. */
const MOST = 10_000

/** The same translator, which keeps what it said: to put a message together takes as long as to draw many elements. */
const withMemo = (translate: Translator<Messages>): Translator<Messages> => {
  const said = new Map<string, string>()
  const say = (key: never, values?: never): string => {
    const asked = values ? key + JSON.stringify(values) : key
    const known = said.get(asked)
    if (known !== undefined) return known
    const text = translate(key, values)
    if (said.size >= MOST) said.clear()
    said.set(asked, text)
    return text
  }
  return Object.assign(say, translate) as Translator<Messages>
}

// The English file gives the keys; a unit test holds the Spanish one to them.
const translators: Record<Lang, Translator<Messages>> = {
  en: withMemo(createTranslator({ locale: 'en', messages: en })),
  es: withMemo(createTranslator({ locale: 'es', messages: es as Messages })),
}

/** The interface's words in one language: `words(lang)('home.search')`. */
export const translator = (lang: Lang) => translators[lang]

const formatterOf = (lang: Lang, locale: string) => ({
  ...createFormatter({ locale, timeZone: 'UTC' }),
  number: (number: number) => formatNumber(number, lang),
})
const formatters = { en: formatterOf('en', 'en-US'), es: formatterOf('es', 'es-US') }

/** Numbers and lists as the language writes them. */
export const format = (lang: Lang) => formatters[lang]

/** A path of this site in a language: English has no prefix. */
export const href = (lang: Lang, path: string): string =>
  lang === 'en' ? path : path === '/' ? '/es' : path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`
