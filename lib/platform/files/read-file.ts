import { readCsv } from './csv-read'
import { LIMITS, refuse } from '@/lib/platform/settings/upload-limits'
import { type Table, tableOf } from './grid'
import { openWorkbook } from './xlsx-read'

/** A file's sheets (none of a CSV file), and the one that was read. */
export type ReadFile = { sheets: string[]; sheet: string | null; table: Table }

/**
 * Reads a CSV file or a sheet of a workbook; without a name, the first sheet with rows. What the file is decides, not
 * its name.
 * @throws Invalid with what is wrong with the file.
 */
export const readFile = (bytes: Uint8Array, wanted?: string | null): ReadFile => {
  if (bytes.length > LIMITS.file) refuse('too_large')
  if (bytes.length === 0) refuse('empty')
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (signature === '\xd0\xcf\x11\xe0') refuse('old_workbook')
  if (signature !== 'PK\x03\x04') return { sheets: [], sheet: null, table: tableOf(readCsv(bytes)) }
  const { sheets, read } = openWorkbook(bytes)
  if (wanted) return { sheets, sheet: wanted, table: tableOf(read(wanted).grid, read(wanted).last) }
  for (const sheet of sheets) {
    const { grid, last } = read(sheet)
    if (grid.length > 1) return { sheets, sheet, table: tableOf(grid, last) }
  }
  return refuse('empty')
}
