import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import en from '@/messages/suggest.en.json'
import es from '@/messages/suggest.es.json'

type Messages = typeof en

// English is the reference; a unit test compares the Spanish keys.
const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es as Messages }),
}

/** Translator of the suggestion pages. */
export const suggestMessages = (lang: Lang) => translators[lang]
