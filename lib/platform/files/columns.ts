import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

export type CellValue = string | number | boolean | null

/** As Data Package names them; a list is one text with "; " between its items. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list'

/** One column of a flat table: the same in CSV, XLSX, the table on the page and the dictionary. */
export type Column<R, Context> = {
  name: string
  type: ColumnType
  label: LocalizedText
  about?: LocalizedText | undefined
  vocabulary?: Vocabulary | undefined
  value: (record: R, context: Context) => CellValue
}

/** "archiveUrl" → "archive_url", as columns are named. */
export const columnName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Several values in one cell; empty ones are left out, and none at all is an empty cell. */
export const joinCellValues = (values: readonly (string | null | undefined)[], between = '; '): string | null =>
  values.filter(Boolean).join(between) || null
