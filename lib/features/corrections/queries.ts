import type { Text } from '@/lib/platform/i18n/locale'
import { type Sql, sql } from '@/lib/platform/database/sql'
import type { Snapshot } from '@/lib/platform/database/snapshot'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { RECORDS, isRecordTypeName } from '@/lib/records/columns'
import { titleOf } from '@/lib/records/titles'
import type { RecordTypeName } from '@/lib/records/paths'
import type { TypedRecord } from '@/lib/features/social-preview/records'
import { type CorrectedFields, type CorrectionKind, type FieldChange, changedFields } from './changed-fields'

type Row = {
  room: string
  id: string
  version: number
  kind: CorrectionKind
  reason: Text | null
  at: Date
  card: RecordBase
  before: RecordBase | null
}

/** Corrections, restored versions, merges and withdrawals, newest first. A withdrawn entry is named, and what it said is not repeated. */
export const listCorrections = async (most = 100): Promise<CorrectedFields[]> =>
  toCorrected(await correctionsUntil('infinity', most).rows<Row>())

/** The same in a snapshot that is open already, up to a moment. */
export const correctionsIn = async ({ rows }: Pick<Snapshot, 'rows'>, until: string): Promise<CorrectedFields[]> =>
  toCorrected(await rows<Row>(correctionsUntil(until, 10_000)))

const correctionsUntil = (until: string, most: number): Sql => sql`
    SELECT now.room, now.record_id AS id, now.version, now.kind, now.reason, now.at, now.card, last.card AS before
    FROM revision now LEFT JOIN revision last
      ON last.room = now.room AND last.record_id = now.record_id AND last.version = now.version - 1
    WHERE now.kind IN ('corrected', 'restored', 'merged', 'withdrawn') AND now.at < ${until}::timestamptz
    ORDER BY now.at DESC, now.room, now.record_id LIMIT ${most}`

const toCorrected = (rows: readonly Row[]): CorrectedFields[] =>
  rows.flatMap(({ room, card, before, at, ...row }) => {
    if (!isRecordTypeName(room)) return []
    const record = RECORDS[room].parse(card) as RecordBase
    const title = titleOf({ room, record } as TypedRecord, 'en')
    const changes = row.kind !== 'withdrawn' && before ? changedFields(room, before, record) : []
    return [{ ...row, room, title, path: record.path, at: at.toISOString(), changes }]
  })

/** What differs between a version of a record and the one that is current. */
export const changesSince = async (
  room: RecordTypeName,
  record: RecordBase,
  current: number,
): Promise<{ changes: FieldChange[]; reason: Text | null }> => {
  if (record.version === current) return { changes: [], reason: null }
  const [now] = await sql`
    SELECT card, reason FROM revision WHERE room = ${room} AND record_id = ${record.id} AND version = ${current}`.rows<{
    card: RecordBase
    reason: Text | null
  }>()
  return now ? { changes: changedFields(room, record, now.card), reason: now.reason } : { changes: [], reason: null }
}
