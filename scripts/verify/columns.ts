import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { urlKey } from '@/lib/records/sources/url-key'
import { speakersRepresent } from '@/lib/records/statements/speaker-governs'

type FindDiffering = (tx: Transaction, ids: readonly string[]) => Promise<{ id: string }[]>

/** Finds records whose derived columns, which no card shows, differ from their source. By record type. */
const COLUMNS: Record<string, FindDiffering> = {
  statements: (tx, ids) =>
    tx.rows(sql`
      SELECT statement_id AS id FROM statement_speaker s JOIN statement ON statement.id = statement_id
      WHERE statement_id = ANY(${ids}) AND (role_party IS DISTINCT FROM card -> 'speakers' -> s.position -> 'role' ->> 'party'
        OR role_organization_id IS DISTINCT FROM card -> 'speakers' -> s.position -> 'role' -> 'organization' ->> 'id')
      UNION SELECT id FROM statement WHERE id = ANY(${ids}) AND represents <> ${speakersRepresent}`),
  policies: (tx, ids) =>
    tx.rows(sql`
      SELECT id FROM policy WHERE id = ANY(${ids}) AND latest_event IS DISTINCT FROM
        (SELECT max(coalesce(date_latest, date_earliest)) FROM policy_event WHERE policy_id = policy.id)`),
  sources: async (tx, ids) => {
    const rows = await tx.rows<{ id: string; url: string | null; key: string | null }>(sql`
      SELECT id, url, url_key AS key FROM source WHERE id = ANY(${ids})`)
    return rows.filter(({ url, key }) => key !== (url && urlKey(url)))
  },
}

/** The records of a type whose derived columns differ from what would be written now. */
export async function differingColumns(tx: Transaction, type: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = (await COLUMNS[type]?.(tx, ids)) ?? []
  return new Set(rows.map(({ id }) => id))
}
