import type { Run } from '@/lib/platform/worker-pool/task'
import type { NumberedRow } from './grid'
import { readFile } from './read-file'

/** Rows per message. */
const CHUNK = 200

/** The parsed file without its rows, which are emitted. */
export type FileSummary = { sheets: string[]; sheet: string | null; headings: string[]; blank: number }

/** Runs in a worker process. */
export const run: Run<{ bytes: Uint8Array; sheet: string | null }, NumberedRow[], FileSummary> = async (
  { bytes, sheet: wanted },
  emit,
) => {
  const { sheets, sheet, table } = await readFile(bytes, wanted)
  const { headings, rows, blank } = table
  for (let from = 0; from < rows.length; from += CHUNK) emit(rows.slice(from, from + CHUNK))
  return { sheets, sheet, headings, blank }
}
