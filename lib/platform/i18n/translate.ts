import { createFormatter, createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { parseMessageKey } from '@/lib/platform/i18n/message-key'
import { formatNumber } from '@/lib/platform/i18n/phrases'
import pagesEn from '@/messages/en.json' with { type: 'json' }
import pagesEs from '@/messages/es.json' with { type: 'json' }
import importersEn from '@/messages/importers.en.json' with { type: 'json' }
import importersEs from '@/messages/importers.es.json' with { type: 'json' }
import validationEn from '@/messages/validation.en.json' with { type: 'json' }
import validationEs from '@/messages/validation.es.json' with { type: 'json' }

const en = { ...pagesEn, importers: importersEn, validation: validationEn }
type Messages = typeof en

/** The memo is cleared when it contains this many formatted messages. */
const MAX_MESSAGES = 10_000

/** Messages with longer values are not memoized: a message may quote what a visitor typed. */
const MAX_ID_LENGTH = 200

/** Memoizes a translator: formatting a message costs as much as rendering many elements. */
const withMemo = (translate: Translator<Messages>): Translator<Messages> => {
  const memo = new Map<string, string>()
  const translateOnce = (key: never, values?: never): string => {
    const id = values ? key + JSON.stringify(values) : key
    const cached = memo.get(id)
    if (cached !== undefined) return cached
    const text = translate(key, values)
    if (id.length > MAX_ID_LENGTH) return text
    if (memo.size >= MAX_MESSAGES) memo.clear()
    memo.set(id, text)
    return text
  }
  return Object.assign(translateOnce, translate) as Translator<Messages>
}

// The English files define the keys; a unit test checks that the Spanish files have the same.
const es = { ...pagesEs, importers: importersEs, validation: validationEs } as Messages
const translators: Record<Lang, Translator<Messages>> = {
  en: withMemo(createTranslator({ locale: 'en', messages: en })),
  es: withMemo(createTranslator({ locale: 'es', messages: es })),
}

/** The messages of one language: `translator(lang)('home.search')`. */
export const translator = (lang: Lang) => translators[lang]

const formatterOf = (lang: Lang, locale: string) => ({
  ...createFormatter({ locale, timeZone: 'UTC' }),
  number: (number: number) => formatNumber(number, lang),
})
const formatters = { en: formatterOf('en', 'en-US'), es: formatterOf('es', 'es-US') }

type Key = Parameters<Translator<Messages>>[0]

/**
 * A message in every language, for texts that are stored or sent together with their translations. A value may be a
 * localized text itself.
 */
export const localizedText = (key: Key, values: Readonly<Record<string, string | number | LocalizedText>> = {}) => {
  const inLang = (lang: Lang): string => {
    const entries = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[lang] : value,
    ])
    return translators[lang](key, Object.fromEntries(entries) as Record<string, string | number>)
  }
  return { en: inLang('en'), es: inLang('es') } satisfies LocalizedText
}

/** A message by its stored key, in every language. Any other text is returned as it is. */
export const localizedMessage = (text: string): LocalizedText => {
  const message = parseMessageKey(text)
  if (!message || !translators.en.has(message.code as Key)) return { en: text, es: text }
  return localizedText(message.code as Key, message.values)
}

/** Formats numbers, lists and dates in a language. */
export const format = (lang: Lang) => formatters[lang]

/** A path of this site in a language. English has no prefix. */
export const href = (lang: Lang, path: string): string =>
  lang === 'en' ? path : path === '/' ? '/es' : path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`
