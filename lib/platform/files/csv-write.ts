import type { CellValue } from './columns'

/** What spreadsheet programs take for the beginning of a formula, also behind spaces and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** Most cells: ids, codes, dates and names, which need neither. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z:./_'’-]*$/

/**
 * One cell as RFC 4180 has it. Text that a spreadsheet would run begins with an apostrophe instead; numbers stay as
 * they are, with their sign.
 */
export const csvCell = (value: CellValue): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  if (PLAIN.test(value)) return value
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export const csvRow = (cells: readonly CellValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** For programs that read a file without it as something else than UTF-8. */
export const BOM = '\uFEFF'
