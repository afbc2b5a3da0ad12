import { z } from 'zod'

export const LANGS = ['en', 'es'] as const
export type Lang = (typeof LANGS)[number]

export const isLang = (value: string): value is Lang => (LANGS as readonly string[]).includes(value)

/** Words of the interface: always there in both languages. */
export type LocalizedText = Readonly<Record<Lang, string>>

/** Words that editors write: English first, Spanish where it has been written. */
export const Text = z.strictObject({
  en: z.string().trim().min(1).max(4_000),
  es: z.string().trim().min(1).max(4_000).optional(),
})
export type Text = z.infer<typeof Text>

/** A text in the reader's language, or in English with its language named, so that a page can mark it. */
export const localize = (text: Text, lang: Lang): { words: string; lang: Lang } => {
  const words = text[lang]
  return words === undefined ? { words: text.en, lang: 'en' } : { words, lang }
}
