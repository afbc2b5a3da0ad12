import type { Connection } from '@/lib/platform/database/connection'
import type { PublishNotification } from '@/lib/platform/publishing/publish-notification'

/** With more affected records than this, the index rebuilds the base segment instead of adding a delta segment. */
export const MAX_AFFECTED = 2_000

/**
 * The ids, by record type, of all records whose facets or sort keys may have changed: the published records, all records
 * that show them directly or indirectly (table `reference`), and the records that they reference or referenced before. Null
 * when there are more than `MAX_AFFECTED`.
 */
export async function affectedRecords(
  connection: Connection,
  notifications: readonly PublishNotification[],
): Promise<Map<string, Set<string>> | null> {
  const changed = notifications.flatMap((notification) => notification.changed)
  const dependents = await connection.rows<{ type: string; id: string }>({
    text: `WITH RECURSIVE touched (type, id) AS (
      SELECT * FROM unnest($1::text[], $2::text[])
      UNION SELECT from_type, from_id FROM touched JOIN reference ON to_type = type AND to_id = id
    ) SELECT type, id FROM touched LIMIT ${MAX_AFFECTED + 1}`,
    values: [changed.map(({ type }) => type), changed.map(({ id }) => id)],
  })
  const idsByType = new Map<string, Set<string>>()
  let total = 0
  for (const { type, id } of [...dependents, ...notifications.flatMap((notification) => notification.named)]) {
    const ids = idsByType.get(type) ?? new Set<string>()
    if (!ids.has(id)) total += 1
    idsByType.set(type, ids.add(id))
  }
  return total > MAX_AFFECTED ? null : idsByType
}
