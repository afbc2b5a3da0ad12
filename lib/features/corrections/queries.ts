import type { Text } from '@/lib/platform/i18n/locale'
import { type Sql, sql } from '@/lib/platform/database/sql'
import type { Snapshot } from '@/lib/platform/database/snapshot'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { isRecordTypeName, RECORD_TYPES, type RecordTypeName, type TypedRecord } from '@/lib/records/registry'
import { titleOf } from '@/lib/records/titles'
import { type CorrectedFields, type CorrectionKind, type FieldChange, changedFields } from './changed-fields'
import { convertCard } from '@/lib/platform/publishing/history-converters'

type Row = {
  type: string
  id: string
  version: number
  kind: CorrectionKind
  reason: Text | null
  at: Date
  card: RecordBase
  before: RecordBase | null
}

/** Corrections, restored versions, merges and withdrawals, newest first. A withdrawal repeats no content. */
export const listCorrections = async (limit = 100): Promise<CorrectedFields[]> =>
  toCorrected(await correctionsUntil('infinity', limit).rows<Row>())

/** The same in an open snapshot, up to a time. */
export const correctionsIn = async ({ rows }: Pick<Snapshot, 'rows'>, until: string): Promise<CorrectedFields[]> =>
  toCorrected(await rows<Row>(correctionsUntil(until, 10_000)))

const correctionsUntil = (until: string, limit: number): Sql => sql`
    SELECT now.type, now.record_id AS id, now.version, now.kind, now.reason, now.at, now.card, last.card AS before
    FROM revision now LEFT JOIN revision last
      ON last.type = now.type AND last.record_id = now.record_id AND last.version = now.version - 1
    WHERE now.kind IN ('corrected', 'restored', 'merged', 'withdrawn') AND now.at < ${until}::timestamptz
    ORDER BY now.at DESC, now.type, now.record_id LIMIT ${limit}`

const toCorrected = (rows: readonly Row[]): CorrectedFields[] =>
  rows.flatMap(({ type, card, before: previous, at, ...row }) => {
    if (!isRecordTypeName(type)) return []
    const record = RECORD_TYPES[type].record.parse(convertCard(type, card)) as RecordBase
    const before = convertCard(type, previous)
    const title = titleOf({ type, record } as TypedRecord, 'en')
    const changes = row.kind !== 'withdrawn' && before ? changedFields(type, before, record) : []
    return [{ ...row, type, title, path: record.path, at: at.toISOString(), changes }]
  })

/** The fields that differ between a version of a record and the current one. */
export const changesSince = async (
  type: RecordTypeName,
  record: RecordBase,
  current: number,
): Promise<{ changes: FieldChange[]; reason: Text | null }> => {
  if (record.version === current) return { changes: [], reason: null }
  const [now] = await sql`
    SELECT card, reason FROM revision WHERE type = ${type} AND record_id = ${record.id} AND version = ${current}`.rows<{
    card: RecordBase
    reason: Text | null
  }>()
  return now
    ? { changes: changedFields(type, record, convertCard(type, now.card)), reason: now.reason }
    : { changes: [], reason: null }
}
