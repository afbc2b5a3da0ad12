import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { intervalOf } from '@/lib/text/edtf'

/** Parses a day of a spreadsheet: "2025-06-25", "6/25/2025". Null if invalid. */
export const readDay = (text: string): string | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00)?$/.exec(text.trim())
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3]}`
    : american
      ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
      : null
  return day && intervalOf(day) && !Number.isNaN(Date.parse(day)) ? day : null
}

/** "18 July 2025" and "18 de julio de 2025". */
export const localizedDay = (day: string): LocalizedText => ({ en: formatDay(day, 'en'), es: formatDay(day, 'es') })

const formatDay = (day: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
