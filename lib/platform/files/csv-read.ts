import { parse } from 'csv-parse/sync'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'
import { Invalid } from '@/lib/platform/errors/errors'
import { type Grid, countCells } from './grid'

const SEPARATORS = [',', ';', '\t', '|']

/** The rows of a CSV file. A row that spans several lines has one number, as in a spreadsheet. */
export const readCsv = (bytes: Uint8Array): Grid => {
  const text = decode(bytes)
  const count = countCells()
  try {
    const rows: string[][] = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      to: UPLOAD_LIMITS.rows * 2,
      on_record: (cells: string[]) => {
        count(cells)
        return cells
      },
    })
    return rows.map((cells, index) => ({ row: index + 1, cells }))
  } catch (error) {
    if (error instanceof Invalid) throw error
    return rejectFile('not_csv')
  }
}

/** Decodes UTF-8, UTF-16 with a byte order mark, or else Windows-1252. */
export const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 4_096).includes(0)) return rejectFile('binary')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that occurs most often in the first line with text, outside quotation marks. */
export const separatorOf = (text: string): string => {
  const line = /^\s*(?:"(?:[^"]|"")*"|[^"\r\n])+/.exec(text.slice(0, 100_000))?.[0] ?? ''
  const unquoted = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((separator) => unquoted.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}
