import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import type { RecordLink } from './record-type'

/**
 * A record that was merged into another returns by undoing the merge, and by nothing else: its address and what linked
 * to it lead to the other one.
 * @throws Conflict if one of the records was merged into another.
 */
export async function assertNotMerged(tx: Transaction, links: readonly RecordLink[]): Promise<void> {
  const given = JSON.stringify(links.map(({ type, id }) => ({ type, id })))
  const [merged] = await tx.rows(sql`
    SELECT FROM jsonb_to_recordset(${given}::jsonb) AS one (type text, id text)
    WHERE EXISTS (SELECT FROM merge WHERE merge.type = one.type AND from_id = one.id AND undone_at IS NULL) LIMIT 1`)
  if (merged) throw new Conflict('publishing.mergedAway')
}
