import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

export type CellValue = string | number | boolean | null

/** Types of Data Package. A list is one text with "; " between its items. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list'

/** A column of a flat table. CSV, XLSX, the table on the page and the data dictionary share it. */
export type Column<R, Context> = {
  name: string
  type: ColumnType
  label: LocalizedText
  about?: LocalizedText | undefined
  vocabulary?: Vocabulary | undefined
  value: (record: R, context: Context) => CellValue
}

/** "archiveUrl" → "archive_url". */
export const columnName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Joins values for one cell without the empty ones; null where none is left. */
export const joinCellValues = (values: readonly (string | null | undefined)[], separator = '; '): string | null =>
  values.filter(Boolean).join(separator) || null
