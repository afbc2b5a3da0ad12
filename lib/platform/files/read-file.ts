import { readCsv } from './csv-read'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'
import { type Table, tableInGrid } from './grid'
import { openWorkbook } from './xlsx-read'

/** A file's sheets (a CSV file has none), and the one that was read. */
export type ParsedFile = { sheets: string[]; sheet: string | null; table: Table }

/**
 * Reads a CSV file or a sheet of a workbook; without a sheet's name, the first sheet with rows. The format is detected
 * from the content, not from the file's name.
 * @throws Invalid with the reason why the file can't be read.
 */
export const readFile = async (bytes: Uint8Array, wanted?: string | null): Promise<ParsedFile> => {
  if (bytes.length > UPLOAD_LIMITS.file) rejectFile('too_large')
  if (bytes.length === 0) rejectFile('empty')
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (signature === '\xd0\xcf\x11\xe0') rejectFile('old_workbook')
  if (signature !== 'PK\x03\x04') return { sheets: [], sheet: null, table: tableInGrid(readCsv(bytes)) }
  const { sheets, read } = await openWorkbook(bytes)
  if (wanted) return { sheets, sheet: wanted, table: tableInGrid(read(wanted).grid, read(wanted).last) }
  for (const sheet of sheets) {
    const { grid, last } = read(sheet)
    if (grid.length > 1) return { sheets, sheet, table: tableInGrid(grid, last) }
  }
  return rejectFile('empty')
}
