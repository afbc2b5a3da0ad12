import { columnLetters } from '@/lib/platform/files/xlsx-write'
import { cleanText } from '@/lib/platform/text/clean-text'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'

/** A row as it was read: heading → text, without the empty cells. */
export type Cells = Readonly<Record<string, string>>

/** A row with the number that a spreadsheet shows for it. */
export type NumberedRow = { row: number; cells: Cells }

/** A sheet below its heading row. `blank`: rows without any text, which are left out. */
export type Table = { headings: string[]; rows: NumberedRow[]; blank: number }

/** A sheet as it lies in the file: the cells of each row, with the row's number. */
export type Grid = { row: number; cells: string[] }[]

/** The first row with text has the headings. `last`: the number of the last row, which may be a blank one. */
export const tableInGrid = (grid: Grid, last = grid.at(-1)?.row ?? 0): Table => {
  const filled = grid
    .map(({ row, cells }) => ({ row, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some(Boolean))
  const [head, ...body] = filled
  if (!head || !body.length) return rejectFile('empty')
  if (body.length > UPLOAD_LIMITS.rows) rejectFile('too_many_rows')
  const width = Math.max(...filled.map(({ cells }) => cells.findLastIndex(Boolean) + 1))
  if (width > UPLOAD_LIMITS.columns) rejectFile('too_many_columns')
  const headings = headingsOf(Array.from({ length: width }, (_, at) => head.cells[at] ?? ''))
  const rows = body.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(headings.map((one, at) => [one, cells[at] ?? '']).filter(([, text]) => text)),
  }))
  return { headings, rows, blank: Math.max(last, body.at(-1)!.row) - head.row - body.length }
}

/** What no text of ours holds, and the spaces around one, are not part of a cell. */
const clean = (text: string): string => cleanText(text).trim()

/** Headings that name each column once: an empty one by its letter, a second one of the same name with a number. */
export const headingsOf = (given: readonly string[]): string[] => {
  const taken = new Set<string>()
  return given.map((text, at) => {
    const name = text.replace(/\s+/g, ' ') || `Column ${columnLetters(at)}`
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name} (${number})`
    taken.add(unique.toLowerCase())
    return unique
  })
}
