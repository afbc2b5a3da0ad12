import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/collections/language'
import accountsEn from '@/messages/desk/accounts.en.json'
import accountsEs from '@/messages/desk/accounts.es.json'
import frameEn from '@/messages/desk/frame.en.json'
import frameEs from '@/messages/desk/frame.es.json'

const en = { frame: frameEn, accounts: accountsEn }
type Messages = typeof en

// The English files give the keys; a unit test holds the Spanish ones to them.
const es: Messages = { frame: frameEs, accounts: accountsEs }

const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es }),
}

/** The desk's words in one language: `deskWords(lang)('frame.signOut')`. */
export const deskWords = (lang: Lang) => translators[lang]
