import type { Connection } from '@/lib/platform/database/connection'
import type { PublishNotification } from '@/lib/platform/publishing/publish-notification'

/** More records than these are not read anew one by one. */
export const MOST = 2_000

/**
 * The ids of all records, by record type, whose options may be others since the news: what was published, whatever shows that
 * at any distance, and what it names or named. Null when there are too many.
 */
export async function affectedRecords(
  connection: Connection,
  news: readonly PublishNotification[],
): Promise<Map<string, Set<string>> | null> {
  const changed = news.flatMap((one) => one.changed)
  const shown = await connection.rows<{ type: string; id: string }>({
    text: `WITH RECURSIVE touched (type, id) AS (
      SELECT * FROM unnest($1::text[], $2::text[])
      UNION SELECT from_type, from_id FROM touched JOIN reference ON to_type = type AND to_id = id
    ) SELECT type, id FROM touched LIMIT ${MOST + 1}`,
    values: [changed.map(({ type }) => type), changed.map(({ id }) => id)],
  })
  const found = new Map<string, Set<string>>()
  let total = 0
  for (const { type, id } of [...shown, ...news.flatMap((one) => one.named)]) {
    const ids = found.get(type) ?? new Set<string>()
    if (!ids.has(id)) total += 1
    found.set(type, ids.add(id))
  }
  return total > MOST ? null : found
}
