import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import TOLD from '@/messages/admin/told.es.json'
import accountsEn from '@/messages/admin/accounts.en.json'
import accountsEs from '@/messages/admin/accounts.es.json'
import entriesEn from '@/messages/admin/entries.en.json'
import entriesEs from '@/messages/admin/entries.es.json'
import importsEn from '@/messages/admin/imports.en.json'
import importsEs from '@/messages/admin/imports.es.json'
import frameEn from '@/messages/admin/frame.en.json'
import frameEs from '@/messages/admin/frame.es.json'
import peopleEn from '@/messages/admin/people.en.json'
import peopleEs from '@/messages/admin/people.es.json'
import historyEn from '@/messages/admin/history.en.json'
import historyEs from '@/messages/admin/history.es.json'
import changesEn from '@/messages/admin/changes.en.json'
import changesEs from '@/messages/admin/changes.es.json'
import homeEn from '@/messages/admin/home.en.json'
import homeEs from '@/messages/admin/home.es.json'
import mergingEn from '@/messages/admin/merging.en.json'
import mergingEs from '@/messages/admin/merging.es.json'
import reviewEn from '@/messages/admin/review.en.json'
import reviewEs from '@/messages/admin/review.es.json'
import sourcesEn from '@/messages/admin/sources.en.json'
import sourcesEs from '@/messages/admin/sources.es.json'
import suggestionsEn from '@/messages/admin/suggestions.en.json'
import suggestionsEs from '@/messages/admin/suggestions.es.json'

const en = {
  frame: frameEn,
  accounts: accountsEn,
  entries: entriesEn,
  history: historyEn,
  merging: mergingEn,
  home: homeEn,
  changes: changesEn,
  imports: importsEn,
  review: reviewEn,
  people: peopleEn,
  sources: sourcesEn,
  suggestions: suggestionsEn,
}
type Messages = typeof en

// The English files give the keys; a unit test holds the Spanish ones to them.
const es: Messages = {
  frame: frameEs,
  accounts: accountsEs,
  entries: entriesEs,
  history: historyEs,
  merging: mergingEs,
  home: homeEs,
  changes: changesEs,
  imports: importsEs,
  review: reviewEs,
  people: peopleEs,
  sources: sourcesEs,
  suggestions: suggestionsEs,
}

const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es }),
}

/** the admin area's words in one language: `adminMessages(lang)('frame.signOut')`. */
export const adminMessages = (lang: Lang) => translators[lang]

/** What definitions say of a wrong field, which they say in English; its numbers stay. */
export const inSpanish = (message: string): string => {
  const numbers = message.match(/\d+/g) ?? []
  const spanish = (TOLD as Record<string, string>)[message.replace(/\d+/g, '#')]
  return spanish?.replace(/#/g, () => numbers.shift() ?? '#') ?? message
}

type Loose = { has: (key: string) => boolean } & ((key: string, values?: Record<string, string | number>) => string)

/**
 * What a command answers, in words: "accounts.wait?minutes=5" is the key of a message with its values, and anything
 * else is said as it is.
 */
export const inWords = (lang: Lang, message: string): string => {
  const [key = '', values] = message.split('?')
  const t = adminMessages(lang) as unknown as Loose
  if (!/^[a-z]+\.[\w.]+$/.test(key) || !t.has(key)) return lang === 'es' ? inSpanish(message) : message
  const number = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : value)
  return t(key, Object.fromEntries([...new URLSearchParams(values)].map(([name, value]) => [name, number(value)])))
}
