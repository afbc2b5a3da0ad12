import { columnLetters } from '@/lib/platform/files/xlsx-write'
import { cleanSourceText, cleanText } from '@/lib/platform/text/clean-text'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'

/** The cells of a row by heading, without the empty ones. */
export type Cells = Readonly<Record<string, string>>

/** A row with its number in the spreadsheet. */
export type NumberedRow = { row: number; cells: Cells }

/** A sheet below its heading row. `blank` counts the rows without text, which are left out. */
export type Table = { headings: string[]; rows: NumberedRow[]; blank: number }

/** A sheet as it is in the file: the cells of each row, with the row's number. */
export type Grid = { row: number; cells: string[] }[]

/** Counts cells with text and their characters over all rows. @throws Invalid above the limits. */
export const countCells = () => {
  let cells = 0
  let characters = 0
  return (row: readonly string[]) => {
    for (const text of row) {
      if (text !== '') cells += 1
      characters += text.length
    }
    if (cells > UPLOAD_LIMITS.cells) rejectFile('too_many_cells')
    if (characters > UPLOAD_LIMITS.characters) rejectFile('too_much_text')
  }
}

/** The first row with text has the headings. `last` is the number of the last row, which may be blank. */
export const tableInGrid = (grid: Grid, last = grid.at(-1)?.row ?? 0): Table => {
  const filled = grid
    .map(({ row, cells }) => ({ row, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some(Boolean))
  const [head, ...body] = filled
  if (!head || !body.length) return rejectFile('empty')
  if (body.length > UPLOAD_LIMITS.rows) rejectFile('too_many_rows')
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(Boolean) + 1), 0)
  if (width > UPLOAD_LIMITS.columns) rejectFile('too_many_columns')
  const headings = headingsOf(Array.from({ length: width }, (_, index) => head.cells[index] ?? ''))
  const rows = body.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      headings.map((heading, index) => [heading, cells[index] ?? '']).filter(([, text]) => text),
    ),
  }))
  return { headings, rows, blank: Math.max(last, body.at(-1)!.row) - head.row - body.length }
}

/** Removes characters that can't be stored, and the spaces around a cell. */
const clean = (text: string): string => cleanSourceText(text).trim()

const LONGEST_HEADING = 200

/** Unique headings: an empty one is named by its column's letters, a repeated one gets a number, a long one is cut. */
export const headingsOf = (texts: readonly string[]): string[] => {
  const taken = new Set<string>()
  return texts.map((text, index) => {
    const line = cleanText(text).replace(/\s+/g, ' ')
    const short = line.length > LONGEST_HEADING ? `${cleanText(line.slice(0, LONGEST_HEADING))}…` : line
    const name = short || `Column ${columnLetters(index)}`
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name} (${number})`
    taken.add(unique.toLowerCase())
    return unique
  })
}
