import { createFormatter, createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/collections/language'
import { inFigures } from '@/lib/platform/collections/phrases'
import en from '@/messages/en.json'
import es from '@/messages/es.json'

type Messages = typeof en

// The English file gives the keys; a unit test holds the Spanish one to them.
const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es as Messages }),
}

/** The interface's words in one language: `words(lang)('home.search')`. */
export const words = (lang: Lang) => translators[lang]

const formatterOf = (lang: Lang, locale: string) => ({
  ...createFormatter({ locale, timeZone: 'UTC' }),
  number: (number: number) => inFigures(number, lang),
})
const formatters = { en: formatterOf('en', 'en-US'), es: formatterOf('es', 'es-US') }

/** Numbers and lists as the language writes them. */
export const format = (lang: Lang) => formatters[lang]

/** A path of this site in a language: English has no prefix. */
export const href = (lang: Lang, path: string): string =>
  lang === 'en' ? path : path === '/' ? '/es' : path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`
