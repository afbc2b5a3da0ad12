import { Invalid } from '@/lib/platform/errors/errors'

/** Limits for an uploaded file. The size of a workbook's parts is checked before any is unpacked. */
export const UPLOAD_LIMITS = {
  file: 20 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  parts: 2_000,
  rows: 50_000,
  columns: 200,
  sheets: 200,
  /** Cells with text, and characters in all of them, counted while they are read. */
  cells: 1_000_000,
  characters: 20_000_000,
}

/** Why a file can't be read; each has a message in the admin area. */
type FileProblem =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'not_csv'
  | 'not_workbook'
  | 'old_workbook'
  | 'unpacks_too_large'
  | 'entities'
  | 'no_sheet'
  | 'binary'
  | 'too_many_sheets'
  | 'too_many_cells'
  | 'too_much_text'
  | 'takes_too_long'
  | 'takes_too_much'
  | 'damaged'
  | 'busy'

/** @throws Invalid */
export const rejectFile = (problem: FileProblem): never => {
  throw new Invalid({ file: [`imports.problem.${problem}`] })
}
