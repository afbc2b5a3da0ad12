import type { Lang } from '@/lib/platform/collections/language'
import type { CellValue } from '@/lib/platform/exports/columns'
import type { List } from '../sharing/pages'
import { columnsFor } from './rooms'

const HEADS: Record<Lang, string[]> = {
  en: ['column', 'label', 'type', 'meaning', 'values'],
  es: ['columna', 'etiqueta', 'tipo', 'significado', 'valores'],
}

/** What each column of a room holds, read from its definition; a list has "; " between its items. */
export const dictionary = (room: List, lang: Lang): CellValue[][] => [
  HEADS[lang],
  ...columnsFor(room).map(({ name, label, type, about, vocabulary }) => [
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
