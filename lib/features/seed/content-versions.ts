import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { convertData } from '@/lib/platform/publishing/history-converters'
import { publish } from '@/lib/platform/publishing/publish'
import { type RecordLink, recordKey } from '@/lib/platform/publishing/record-type'
import { isEqualJson } from '@/lib/platform/publishing/sorted-json'
import { localizedText } from '@/lib/platform/i18n/translate'
import { RECORD_TYPES, RECORD_TYPE_NAMES } from '@/lib/records/registry'

/** The state of a content file's record in the history. */
type State = {
  version: number
  /** True if the newest version is by the loader, and not a withdrawal. */
  isOurs: boolean
  /** The input that the loader published last, in the current shape; null if it never did. */
  loaded: unknown
}

/** The state of these records, by "type/id". Records without a history are missing. */
export async function contentStates(records: readonly RecordLink[]): Promise<Map<string, State>> {
  const rows = await sql`
    SELECT given.type, given.id, newest.version, loaded.data AS loaded,
      newest.by_id = ${SYSTEM.id} AND newest.kind <> 'withdrawn' AS "isOurs"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS given (type text, id text)
    JOIN LATERAL (SELECT version, by_id, kind FROM revision
      WHERE (revision.type, record_id) = (given.type, given.id) ORDER BY version DESC LIMIT 1) newest ON true
    LEFT JOIN LATERAL (SELECT data FROM revision WHERE (revision.type, record_id) = (given.type, given.id)
      AND by_id = ${SYSTEM.id} ORDER BY version DESC LIMIT 1) loaded ON true`.rows<State & RecordLink>()
  return new Map(rows.map(({ loaded, ...row }) => [recordKey(row), { ...row, loaded: convertData(row.type, loaded) }]))
}

/** The next step of a load for a file: publish it, nothing, or wait because an editor has changed the record since. */
export const nextStep = (data: unknown, state: State | undefined): 'publish' | 'wait' | null => {
  if (!state) return 'publish'
  if (isEqualJson(data, state.loaded)) return null
  return state.isOurs ? 'publish' : 'wait'
}

export type ContentEntry = { type: string; id: string; baseVersion: number; data: unknown }

const Entry = z.strictObject({
  type: z.enum(RECORD_TYPE_NAMES),
  id: z.string(),
  baseVersion: z.int().min(0),
  data: z.unknown(),
})

/** Publishes content files: new records, and newer versions as corrections. */
export const publishContent = command({
  name: 'content.publish',
  permission: 'place:import',
  input: z.strictObject({ entries: z.array(Entry).min(1) }),
  run: ({ tx, actor, input }) =>
    publish(
      tx,
      RECORD_TYPES,
      actor.id,
      input.entries.map((entry) =>
        entry.baseVersion
          ? { ...entry, kind: 'corrected' as const, reason: localizedText('content.newerFile') }
          : entry,
      ),
    ),
  detail: (_, published) => ({ published: published.map(({ type, id, version }) => `${type}/${id}@${version}`) }),
})
