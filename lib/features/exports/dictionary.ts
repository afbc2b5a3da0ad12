import type { Lang } from '@/lib/platform/i18n/locale'
import type { CellValue } from '@/lib/platform/files/columns'
import type { RecordTypeName } from '@/lib/records/paths'
import { columnsFor } from '@/lib/records/columns'

const HEADS: Record<Lang, string[]> = {
  en: ['column', 'label', 'type', 'meaning', 'values'],
  es: ['columna', 'etiqueta', 'tipo', 'significado', 'valores'],
}

/** What each column of a record type holds, read from its definition; a list has "; " between its items. */
export const dictionary = (recordType: RecordTypeName, lang: Lang): CellValue[][] => [
  HEADS[lang],
  ...columnsFor(recordType).map(({ name, label, type, about, vocabulary }) => [
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
