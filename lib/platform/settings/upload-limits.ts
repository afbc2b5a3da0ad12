import { Invalid } from '@/lib/platform/errors/errors'

/** What a file may hold at most. What is inside a workbook is measured before any of it is read. */
export const UPLOAD_LIMITS = {
  file: 20 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  parts: 2_000,
  rows: 50_000,
  columns: 200,
}

/** Why a file can't be read; the admin area has words for each. */
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

/** The file can't be read; nothing was stored. */
export const rejectFile = (problem: FileProblem): never => {
  throw new Invalid({ file: [`imports.problem.${problem}`] })
}
