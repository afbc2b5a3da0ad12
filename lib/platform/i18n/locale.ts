import { z } from 'zod'

export const LANGS = ['en', 'es'] as const
export type Lang = (typeof LANGS)[number]

export const isLang = (value: string): value is Lang => (LANGS as readonly string[]).includes(value)

/**
 * Interface text in both languages. Definitions hold such texts as data: vocabularies, record types, API operations. All
 * other texts of the interface are in `messages/`: `translator(lang)` for one language, `localizedText` for both.
 */
export type LocalizedText = Readonly<Record<Lang, string>>

/** Text written by editors: English, and Spanish where a translation exists. */
export const Text = z.strictObject({
  en: z.string().trim().min(1).max(4_000),
  es: z.string().trim().min(1).max(4_000).optional(),
})
export type Text = z.infer<typeof Text>

/** The text in the reader's language, else in English. The returned language goes into the page's `lang` attribute. */
export const localize = (text: Text, lang: Lang): { text: string; lang: Lang } => {
  const translated = text[lang]
  return translated === undefined ? { text: text.en, lang: 'en' } : { text: translated, lang }
}
