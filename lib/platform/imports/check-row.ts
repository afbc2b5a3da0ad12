import { issuesOf } from '@/lib/platform/commands/command'
import { type RecordTypes, recordKey } from '@/lib/platform/publishing/record-type'
import { type LatestVersion, checkedInput, isUnchanged } from './compare-latest'
import { type ImportColumn, type PlannedRow, type RowProblems, error, isRefused } from './importer'
import { columnOfIssue } from './column-of-issue'
import { REVERT_REASON } from './revert-reason'
import { localizedMessage, localizedText } from '@/lib/platform/i18n/translate'

export type CheckedRow = {
  row: number
  state: 'ready' | 'unchanged' | 'refused'
  title: string
  problems: RowProblems
  entries: { type: string; id: string; baseVersion: number; data: unknown }[]
}

type Seen = Map<string, { row: number; content: string }>

/**
 * Checks a planned row: `refused` with its problems, `unchanged` where all of its entries are published already, else
 * `ready`. `seen` holds the entries of earlier rows, and this row's are added.
 */
export const checkRow = (
  types: RecordTypes,
  columns: readonly ImportColumn[],
  row: number,
  planned: PlannedRow,
  latest: ReadonlyMap<string, LatestVersion>,
  seen: Seen,
): CheckedRow => {
  const problems: RowProblems = { ...planned.problems }
  const add = (column: string, problem: ReturnType<typeof error>) => {
    problems[column] = [...(problems[column] ?? []), problem]
  }
  const entries: CheckedRow['entries'] = []
  const begun: Seen = new Map()
  for (const entry of planned.entries) {
    const key = recordKey(entry)
    const { content: text, error: wrong } = checkedInput(types, entry.type, entry.data)
    for (const [path, [message = '']] of Object.entries(wrong ? issuesOf(wrong) : {})) {
      const column = columnOfIssue(path, columns)
      // A problem of the cell itself may be the cause of this one.
      if (!problems[column]) add(column, error(localizedMessage(message)))
    }
    const before = seen.get(key)
    if (before && before.content !== text) {
      const what = localizedText('importers.rows.otherRow', { row: before.row })
      add('', error(what, localizedText('importers.rows.leaveOneRow')))
    }
    begun.set(key, { row, content: text })
    const last = latest.get(key)
    if (last?.withdrawn && last.reason?.en !== REVERT_REASON.en) add('', WITHDRAWN)
    if (last?.merged) add('', MERGED)
    if (last && !last.withdrawn && isUnchanged(types, entry.type, last.data, entry.data)) continue
    entries.push({ ...entry, baseVersion: last?.version ?? 0 })
  }
  if (isRefused(problems)) return { row, state: 'refused', title: planned.title, problems, entries: [] }
  for (const [key, one] of begun) if (!seen.has(key)) seen.set(key, one)
  return { row, state: entries.length ? 'ready' : 'unchanged', title: planned.title, problems, entries }
}

const MERGED = error(localizedText('importers.rows.merged'), localizedText('importers.rows.undoMergeFirst'))
const WITHDRAWN = error(localizedText('importers.rows.withdrawn'), localizedText('importers.rows.restoreFirst'))
