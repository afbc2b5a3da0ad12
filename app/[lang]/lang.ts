import { type Lang, isLang } from '@/lib/platform/i18n/locale'

/** Locale of a path prefix. Unknown prefixes fall back to English. */
export const langOf = (prefix: string): Lang => (isLang(prefix) ? prefix : 'en')
