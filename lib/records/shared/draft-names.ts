import { identifier, sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'

/** The name of an official or an organization, published or draft. */
export async function draftNameOf(
  tx: Transaction,
  type: 'officials' | 'organizations',
  id: string | null,
): Promise<string> {
  if (!id) return ''
  const table = identifier(type === 'officials' ? 'official' : 'organization')
  const [found] = await tx.rows<{ name: string }>(sql`
    SELECT coalesce((SELECT name FROM ${table} WHERE id = ${id}), title, '') AS name
    FROM (VALUES (1)) AS one LEFT JOIN draft ON draft.id = ${`${type}-${id}`}`)
  return found!.name
}

export async function placeNameOf(tx: Transaction, id: string | null): Promise<string> {
  if (!id) return ''
  const [place] = await tx.rows<{ name: string }>(sql`SELECT full_name AS name FROM jurisdiction WHERE id = ${id}`)
  return place?.name ?? ''
}
