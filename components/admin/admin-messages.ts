import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type MessageValues, parseMessageKey } from '@/lib/platform/i18n/message-key'
import validationEn from '@/messages/validation.en.json'
import validationEs from '@/messages/validation.es.json'
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
import publishingEn from '@/messages/admin/publishing.en.json'
import publishingEs from '@/messages/admin/publishing.es.json'
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
  publishing: publishingEn,
  review: reviewEn,
  people: peopleEn,
  sources: sourcesEn,
  suggestions: suggestionsEn,
  validation: validationEn,
}
type Messages = typeof en

// English is the reference; a unit test compares the Spanish keys.
const es: Messages = {
  frame: frameEs,
  accounts: accountsEs,
  entries: entriesEs,
  history: historyEs,
  merging: mergingEs,
  home: homeEs,
  changes: changesEs,
  imports: importsEs,
  publishing: publishingEs,
  review: reviewEs,
  people: peopleEs,
  sources: sourcesEs,
  suggestions: suggestionsEs,
  validation: validationEs,
}

const translators: Record<Lang, Translator<Messages>> = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es }),
}

/** Translator of the admin area: `adminMessages(lang)('frame.signOut')`. */
export const adminMessages = (lang: Lang) => translators[lang]

type Loose = { has: (key: string) => boolean } & ((key: string, values?: MessageValues) => string)

/** Localizes a command's message by its key. Any other text is returned as it is. */
export const localizeMessage = (lang: Lang, text: string): string => {
  const message = parseMessageKey(text)
  const t = adminMessages(lang) as unknown as Loose
  return message && t.has(message.code) ? t(message.code, message.values) : text
}

/** Localizes a stored reason: a message per line, some of them after the name of their field. */
export const localizeReason = (lang: Lang, reason: string): string =>
  reason
    .split('\n')
    .map((line) => {
      const [, field = '', message = line] = /^(\S+(?:: \S+)?: )?(.+)$/.exec(line) ?? []
      return field + localizeMessage(lang, message)
    })
    .join('\n')
