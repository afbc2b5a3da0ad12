import { sql } from '@/lib/platform/database/sql'
import { convertData } from '@/lib/platform/publishing/history-converters'

type Data = Record<string, unknown>

/** Another state to compare a draft with: a save that was set aside, or the published version. */
export type Other = {
  kind: 'aside' | 'live'
  /** The id of the save, or the version number. */
  id: string
  by: string
  byId: string
  at: Date
  data: Data
  /** The common ancestor of both; null if it is unknown. */
  common: Data | null
}

type Compared = { id: string; type: string; recordId: string; baseVersion: number; liveVersion: number }

const who = sql`coalesce((SELECT name FROM admin_user WHERE admin_user.id = by_id), by_id)`

/** The next state to compare a draft with: set-aside saves first, then a version published in the meantime. */
export async function nextToCompare(draft: Compared): Promise<Other | null> {
  const [aside] = await sql`
    SELECT 'aside' AS kind, id::text, ${who} AS by, by_id AS "byId", at, data,
      (SELECT data FROM draft_save began WHERE began.draft_id = waits.draft_id AND NOT began.aside
        AND began.save = waits.save ORDER BY began.id DESC LIMIT 1) AS common
    FROM draft_save waits WHERE draft_id = ${draft.id} AND aside ORDER BY waits.id LIMIT 1`.rows<Other>()
  if (aside) return aside
  if (!draft.baseVersion || draft.liveVersion <= draft.baseVersion) return null
  const [live] = await sql`
    SELECT 'live' AS kind, version::text AS id, ${who} AS by, by_id AS "byId", at, data,
      (SELECT data FROM revision base WHERE base.type = revision.type AND base.record_id = revision.record_id
        AND base.version = ${draft.baseVersion}) AS common
    FROM revision WHERE type = ${draft.type} AND record_id = ${draft.recordId}
    ORDER BY version DESC LIMIT 1`.rows<Other>()
  if (!live) return null
  return { ...live, data: convertData(draft.type, live.data), common: convertData(draft.type, live.common) }
}
