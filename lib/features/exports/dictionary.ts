import type { Lang } from '@/lib/platform/i18n/locale'
import type { CellValue } from '@/lib/platform/files/columns'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES } from '@/lib/records/registry'
import { columnsFor } from '@/lib/records/columns'

const HEADS: Record<Lang, string[]> = {
  en: ['column', 'label', 'type', 'meaning', 'values'],
  es: ['columna', 'etiqueta', 'tipo', 'significado', 'valores'],
}

/** The data dictionary of a record type's columns, derived from its definition. List items are separated by "; ". */
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
