import { sql } from '@/lib/platform/database/sql'
import type { BulkKind } from '@/lib/platform/publishing/bulk-runs'

export type BulkItem = {
  position: number
  draftId: string
  title: string
  save: number
  /** The hash of the content that the save had. */
  content: string | null
  state: 'waiting' | 'done' | 'failed'
  message: string | null
}

export type BulkRun = {
  id: string
  kind: BulkKind
  moment: Date | null
  zone: string | null
  back: string
  byId: string
  at: Date
  finishedAt: Date | null
  undone: boolean
  items: BulkItem[]
}

/** A bulk run with its items and their outcomes so far. */
export async function bulkRun(id: string): Promise<BulkRun | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [[run], items] = await Promise.all([
    sql`
      SELECT id, kind, moment, zone, back, by_id AS "byId", at, finished_at AS "finishedAt",
        undone_by IS NOT NULL AS undone FROM bulk_run WHERE id = ${id}::uuid`.rows<Omit<BulkRun, 'items'>>(),
    sql`
      SELECT position, draft_id AS "draftId", title, save, content, state, message FROM bulk_item
      WHERE run_id = ${id}::uuid ORDER BY position`.rows<BulkItem>(),
  ])
  return run ? { ...run, items } : null
}
