import { type Lang, isLang } from '@/lib/platform/i18n/locale'

/** The language of an address. Anything else than a known prefix is read as English. */
export const langOf = (prefix: string): Lang => (isLang(prefix) ? prefix : 'en')
