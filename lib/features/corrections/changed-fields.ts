import type { Text, LocalizedText } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { columnsFor } from '@/lib/records/columns'
import type { RecordTypeName } from '@/lib/records/registry'

/** A field that differs between two versions. */
export type FieldChange = { name: string; label: LocalizedText; before: string | null; after: string | null }

/** The kinds of revisions that change published content. */
export type CorrectionKind = 'corrected' | 'restored' | 'merged' | 'withdrawn'

/** A correction with the fields that it changed, or a withdrawal. */
export type CorrectedFields = {
  type: RecordTypeName
  id: string
  path: string
  title: string
  version: number
  kind: CorrectionKind
  reason: Text | null
  at: string
  changes: FieldChange[]
}

/** Columns that differ in every version. */
const VERSION_COLUMNS = new Set(['id', 'permalink', 'version', 'published_at', 'updated_at'])

/** The fields that differ between two versions of a record, in the order of its columns. */
export const changedFields = (type: RecordTypeName, before: RecordBase, after: RecordBase): FieldChange[] => {
  const context = { site: '', geoids: new Map<string, string>() }
  return columnsFor(type).flatMap(({ name, label, value }) => {
    if (VERSION_COLUMNS.has(name)) return []
    const texts = [value(before, context), value(after, context)].map((cell) => (cell === null ? null : String(cell)))
    const [old, current] = texts as [string | null, string | null]
    return old === current ? [] : [{ name, label, before: old, after: current }]
  })
}
