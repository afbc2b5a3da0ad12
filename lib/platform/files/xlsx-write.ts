// Hand-written: rows stream into the archive, so that a workbook of any size needs the memory of one piece.
import { Zip } from 'fflate'
import { zipStream } from './zip-write'
import { escapeMarkup } from '@/lib/platform/text/escape-markup'
import type { CellValue } from './columns'

export type Sheet = { name: string; rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]> }

/** Excel's limit for one cell; longer text is cut with an ellipsis. */
const MAX_CELL_LENGTH = 32_767

/**
 * Writes a workbook sheet by sheet as its rows arrive. Text cells are typed as text: a GEOID keeps its leading zeros,
 * and text that begins with "=" is not a formula.
 */
export async function* xlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const drain = () => ready.splice(0)
  const addFile = (path: string, text: string) => {
    const file = zipStream(path)
    zip.add(file)
    file.push(bytes(text), true)
  }
  for (const [path, text] of Object.entries(parts(sheets.map((one) => one.name)))) addFile(path, text)
  for (const [at, { rows }] of sheets.entries()) {
    const file = zipStream(`xl/worksheets/sheet${at + 1}.xml`)
    zip.add(file)
    file.push(bytes(`${HEAD}<worksheet xmlns="${MAIN}">${FROZEN}<sheetData>`))
    let pending = ''
    let rowNumber = 0
    for await (const row of rows) {
      pending += rowXml(row, ++rowNumber)
      if (pending.length < 65_536) continue
      file.push(bytes(pending))
      pending = ''
      yield* drain()
    }
    file.push(bytes(`${pending}</sheetData></worksheet>`), true)
    yield* drain()
  }
  zip.end()
  yield* drain()
}

const bytes = (text: string) => new TextEncoder().encode(text)

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'

const rowXml = (cells: readonly CellValue[], row: number) =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${row}`, row === 1)).join('')}</row>`

/** 0 → "A", 26 → "AA". */
export const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

const cellXml = (value: CellValue, at: string, head: boolean): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`
  const text = value.length > MAX_CELL_LENGTH ? `${value.slice(0, MAX_CELL_LENGTH - 1)}…` : value
  return `<c r="${at}" t="inlineStr"${head ? ' s="1"' : ''}><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`
}

/** The parts of a workbook besides its sheets. */
const parts = (names: readonly string[]): Record<string, string> => {
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, index) => write(name, index + 1)).join('')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, n) => `<sheet name="${escapeMarkup(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  }
}
