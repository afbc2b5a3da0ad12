import type { Lang } from '@/lib/platform/i18n/locale'
import type { CellValue } from '@/lib/platform/files/columns'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES } from '@/lib/records/registry'
import { columnsFor } from '@/lib/records/columns'

const HEADS: Record<Lang, string[]> = {
  en: ['column', 'label', 'type', 'meaning', 'values'],
  es: ['columna', 'etiqueta', 'tipo', 'significado', 'valores'],
}

/** What each column of a record type holds, read from its definition; a list has "; " between its items. */
export const dictionary = (type: string, lang: Lang, registry: AnyRegistry = RECORD_TYPES): CellValue[][] => [
  HEADS[lang],
  ...columnsFor(type, registry).map(({ name, label, type, about, vocabulary }) => [
    name,
    label[lang],
    type,
    about?.[lang] ?? null,
    vocabulary
      ? Object.entries(vocabulary)
          .map(([code, term]) => `${code} = ${term[lang]}`)
          .join('; ')
      : null,
  ]),
]
