import { z } from 'zod'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'
import { runTask } from '@/lib/platform/worker-pool/worker-pool'
import { type Task, TaskFailed, type TaskFailure } from '@/lib/platform/worker-pool/task'
import type { NumberedRow } from './grid'
import type { ParsedFile } from './read-file'
import type { FileSummary } from './read-file-task'

const TASK: Task<{ bytes: Uint8Array; sheet: string | null }, NumberedRow[], FileSummary> = {
  module: 'lib/platform/files/read-file-task',
  part: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })),
  result: z.object({
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    headings: z.array(z.string()),
    blank: z.int(),
  }),
}

const PROBLEMS = {
  too_slow: 'takes_too_long',
  too_much_memory: 'takes_too_much',
  too_much_output: 'takes_too_much',
  failed: 'damaged',
  refused: 'busy',
} as const satisfies Record<TaskFailure, string>

/**
 * Reads a CSV file or a sheet of a workbook in a worker process.
 * @throws Invalid with the reason why the file can't be read.
 */
export async function readUploadedFile(bytes: Uint8Array, sheet: string | null = null): Promise<ParsedFile> {
  if (bytes.length > UPLOAD_LIMITS.file) rejectFile('too_large')
  try {
    const { parts, result } = await runTask(TASK, { bytes, sheet })
    const { headings, blank } = result
    return { sheets: result.sheets, sheet: result.sheet, table: { headings, rows: parts.flat(), blank } }
  } catch (error) {
    if (error instanceof TaskFailed) return rejectFile(PROBLEMS[error.reason])
    throw error
  }
}
