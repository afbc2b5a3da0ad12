// Hand-written: XLSX libraries drop leading zeros and links, or don't support limits on cells and memory.
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'
import { type Grid, countCells } from './grid'
import { type Element, attribute, attributesOf, elements, textOf } from './xml-read'
import { unzip } from './zip-read'

/** The names of a workbook's sheets in their order. `read` parses one of them. */
export type Workbook = { sheets: string[]; read: (sheet: string) => { grid: Grid; last: number } }

const READ = /^xl\/(workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/.+)$/i

export const openWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  const parts = await unzip(bytes, (name) => READ.test(name))
  for (const text of parts.values()) if (/<!(DOCTYPE|ENTITY)/i.test(text)) rejectFile('entities')
  const workbook = parts.get('xl/workbook.xml') ?? rejectFile('not_workbook')
  const targets = linksOf(parts.get('xl/_rels/workbook.xml.rels'))
  const files = new Map(
    elements(workbook, 'sheet').map((sheet) => [
      attribute(sheet, 'name'),
      `xl/${(targets.get(attribute(sheet, 'r:id')) ?? '').replace(/^\/?xl\//, '')}`,
    ]),
  )
  if (files.size > UPLOAD_LIMITS.sheets) rejectFile('too_many_sheets')
  const strings = elements(parts.get('xl/sharedStrings.xml') ?? '', 'si').map(({ inner }) => textOf(inner))
  const formats = numberFormatsOf(parts.get('xl/styles.xml') ?? '')
  const from1904 = elements(workbook, 'workbookPr').some((one) => /^(1|true)$/.test(attribute(one, 'date1904')))
  return {
    sheets: [...files.keys()],
    read: (sheet) => {
      const path = files.get(sheet) ?? rejectFile('no_sheet')
      const xml = parts.get(path) ?? rejectFile('not_workbook')
      const rels = linksOf(parts.get(path.replace(/(?<![^/])([^/]+)$/, '_rels/$1.rels')))
      return readSheet(xml, rels, (cell) => valueOf(cell, strings, formats, from1904))
    },
  }
}

const linksOf = (rels = ''): Map<string, string> =>
  new Map(elements(rels, 'Relationship').map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]))

/** The rows with their cells as text. For each column with links, a column with the addresses follows the last one. */
function readSheet(xml: string, rels: Map<string, string>, value: (cell: Element) => string) {
  const grid: Grid = []
  const count = countCells()
  let last = 0
  for (const row of elements(xml, 'row')) {
    last = Number(attribute(row, 'r')) || last + 1
    if (grid.length > UPLOAD_LIMITS.rows * 2) rejectFile('too_many_rows')
    const cells: string[] = []
    for (const cell of elements(row.inner, 'c')) {
      const at = columnOf(attribute(cell, 'r')) ?? cells.length
      const text = value(cell)
      count([text])
      if (text === '') continue
      if (at >= UPLOAD_LIMITS.columns) rejectFile('too_many_columns')
      while (cells.length < at) cells.push('')
      cells[at] = text
    }
    if (cells.length) grid.push({ row: last, cells })
  }
  addLinks(grid, xml, rels)
  return { grid, last }
}

function addLinks(grid: Grid, xml: string, rels: Map<string, string>): void {
  const links = elements(xml, 'hyperlink').flatMap((one) => {
    const [, letters, row] = /^([A-Z]+)(\d+)/.exec(attribute(one, 'ref')) ?? []
    const target = rels.get(attribute(one, 'r:id'))
    return letters && target ? [{ column: columnOf(letters)!, row: Number(row), target }] : []
  })
  const columns = [...new Set(links.map(({ column }) => column))].sort((a, b) => a - b)
  if (columns.length > UPLOAD_LIMITS.columns) rejectFile('too_many_columns')
  const places = new Map(columns.map((column, at) => [column, at]))
  const width = grid.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const count = countCells()
  const byRow = new Map(grid.map((one) => [one.row, one.cells]))
  const put = (cells: string[] | undefined, column: number, text: string) => {
    if (!cells) return
    const at = width + places.get(column)!
    count([text])
    while (cells.length < at) cells.push('')
    cells[at] = text
  }
  for (const column of columns) put(grid[0]?.cells, column, `${grid[0]?.cells[column] ?? ''} (link)`.trim())
  for (const { column, row, target } of links) if (row !== grid[0]?.row) put(byRow.get(row), column, target)
}

/** "AB12" → 27. */
export const columnOf = (cell: string): number | undefined => {
  const letters = /^[A-Z]+/.exec(cell)?.[0]
  if (!letters) return undefined
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
}

type NumberFormat = { kind: 'date' } | { kind: 'digits'; width: number } | undefined

/** The number format of each cell style: a date, digits with leading zeros, or none. */
const numberFormatsOf = (styles: string): NumberFormat[] => {
  const codes = new Map(
    elements(styles, 'numFmt').map((one) => [Number(attribute(one, 'numFmtId')), attribute(one, 'formatCode')]),
  )
  const [cellXfs] = elements(styles, 'cellXfs')
  return elements(cellXfs?.inner ?? '', 'xf').map((one) => {
    const id = Number(attribute(one, 'numFmtId'))
    const code = (codes.get(id) ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '')
    if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47) || /[dmyhs]/i.test(code)) return { kind: 'date' }
    return /^0{2,}$/.test(code) ? { kind: 'digits', width: code.length } : undefined
  })
}

const valueOf = (
  cell: Element,
  strings: readonly string[],
  formats: readonly NumberFormat[],
  from1904: boolean,
): string => {
  const { t: type = 'n', s: style } = attributesOf(cell)
  if (type === 'inlineStr') return textOf(cell.inner)
  const [value] = elements(cell.inner, 'v')
  const text = value ? textOf(value.inner, true) : ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type !== 'n' || text === '') return text
  const format = formats[Number(style ?? 0)]
  if (format?.kind === 'date') return dateOf(Number(text), from1904)
  const number = Number(text)
  const plain = Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text
  return format ? plain.padStart(format.width, '0') : plain
}

const DAY = 86_400_000

/** A spreadsheet's serial day number as an ISO date, with the time where it has one. */
const dateOf = (serial: number, from1904: boolean): string => {
  const time = Math.round(((from1904 ? serial + 1462 : serial) - 25_569) * DAY)
  if (!Number.isFinite(time) || Math.abs(time) > 8e14) return String(serial)
  const iso = new Date(time).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
