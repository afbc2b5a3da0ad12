// Hand-written: csv-stringify neutralizes formulas in numbers too ("-2" gets an apostrophe), and rows stream from here.
import type { CellValue } from './columns'

/** Characters with which a spreadsheet begins a formula, also after spaces and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** Fast path for ids, codes, dates and names, which need neither quotes nor an apostrophe. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z:./_'’-]*$/

/** One cell in RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe; numbers don't. */
export const csvCell = (value: CellValue): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  if (PLAIN.test(value)) return value
  const neutralized = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(neutralized) ? `"${neutralized.replaceAll('"', '""')}"` : neutralized
}

export const csvRow = (cells: readonly CellValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Byte order mark. Excel reads a CSV file without it in the system's legacy encoding. */
export const BOM = '\uFEFF'
