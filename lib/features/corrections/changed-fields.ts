import type { Text, LocalizedText } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { columnsFor } from '@/lib/records/columns'
import type { RecordTypeName } from '@/lib/records/registry'

/** One field of a record, as two versions of it say it. */
export type FieldChange = { name: string; label: LocalizedText; before: string | null; after: string | null }

/** What changed in what was published already: in a new version, or by a withdrawal. */
export type CorrectionKind = 'corrected' | 'restored' | 'merged' | 'withdrawn'

/** A correction with what it changed, or a withdrawal. */
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

/** What every version has of its own. */
const ALWAYS = new Set(['id', 'permalink', 'version', 'published_at', 'updated_at'])

/** What differs between two versions of a record, field by field, in the order of its columns. */
export const changedFields = (type: RecordTypeName, before: RecordBase, after: RecordBase): FieldChange[] => {
  const context = { site: '', geoids: new Map<string, string>() }
  return columnsFor(type).flatMap(({ name, label, value }) => {
    if (ALWAYS.has(name)) return []
    const [old, now] = [value(before, context), value(after, context)].map((one) => (one === null ? null : String(one)))
    return old === now ? [] : [{ name, label, before: old!, after: now! }]
  })
}
