import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import en from '@/messages/suggest.en.json'
import es from '@/messages/suggest.es.json'

type Messages = typeof en

// The English file gives the keys; a unit test holds the Spanish one to them.
const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es as Messages }),
}

/** The words of the pages on which readers suggest something. */
export const suggestMessages = (lang: Lang) => translators[lang]
