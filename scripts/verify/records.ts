import { identifier, sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { SEARCH_CONFIG_NAMES, SEARCH_CONFIG_TEXTS, searchTextOf } from '@/lib/platform/publishing/cards'
import { dryRun } from '@/lib/platform/publishing/dry-run'
import { type AnyRecordType, type RecordBase, recordKey } from '@/lib/platform/publishing/record-type'
import { recordPath } from '@/lib/platform/http/slug'
import { isEqualJson } from '@/lib/platform/publishing/sorted-json'
import { RECORD_TYPES } from '@/lib/records/registry'
import { diffInputRecord } from '@/lib/features/editing/diff-input-record'
import { differingColumns } from '@/scripts/verify/columns'
import { convertData } from '@/lib/platform/publishing/history-converters'

const BATCH = 500

/** The maximum number of reported problems. */
const MAX_PROBLEMS = 100

type Row = {
  id: string
  path: string
  version: number
  publishedAt: Date
  updatedAt: Date
  card: RecordBase
  names: string[]
  links: string[]
  newest: number | null
  data: unknown
  at: Date
}

/**
 * Compares every published record with its newest revision, its tables, and what is derived from them: its card,
 * address, search vector, names and links. Returns one sentence for each record that differs.
 */
export async function verifyRecords(
  reportProgress: (records: number) => void = () => {},
): Promise<{ records: number; wrong: string[] }> {
  const wrong: string[] = []
  let records = 0
  for (const type of Object.values(RECORD_TYPES) as AnyRecordType[]) {
    wrong.push(...(await inSnapshot((tx) => missingRecords(tx, type))))
    for (let after: string | undefined = ''; after !== undefined && wrong.length < MAX_PROBLEMS;) {
      const found = await inSnapshot((tx) => checkBatch(tx, type, after!))
      wrong.push(...found.wrong)
      reportProgress((records += found.size))
      after = found.last
    }
  }
  return { records, wrong: wrong.slice(0, MAX_PROBLEMS) }
}

/** Each batch reads one snapshot, so a concurrent publication is seen completely or not at all. */
const inSnapshot = <R>(work: (tx: Transaction) => Promise<R>): Promise<R> =>
  dryRun(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`
    return work(tx)
  })

const table = (type: AnyRecordType) => identifier(type.table)

/** Records with a history that are neither published nor withdrawn nor merged. */
async function missingRecords(tx: Transaction, type: AnyRecordType): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM (SELECT DISTINCT ON (record_id) record_id AS id, kind FROM revision WHERE type = ${type.name}
      ORDER BY record_id, version DESC) newest
    WHERE kind <> 'withdrawn' AND NOT EXISTS (SELECT FROM ${table(type)} WHERE ${table(type)}.id = newest.id)
      AND NOT EXISTS (SELECT FROM merge WHERE type = ${type.name} AND from_id = newest.id AND undone_at IS NULL)
    LIMIT ${MAX_PROBLEMS}`)
  return rows.map(({ id }) => `${type.name}/${id} is not published, although its history does not end.`)
}

async function checkBatch(tx: Transaction, type: AnyRecordType, after: string) {
  const rows = await tx.rows<Row>(sql`
    SELECT id, path, r.version, published_at AS "publishedAt", updated_at AS "updatedAt", r.card,
      newest.version AS newest, newest.data, newest.at,
      ARRAY(SELECT name || ' ' || weight || ' ' || own || ' ' || (folded = fold(name))
        FROM name WHERE type = ${type.name} AND record_id = r.id ORDER BY name.id) AS names,
      ARRAY(SELECT to_type || '/' || to_id FROM reference
        WHERE from_type = ${type.name} AND from_id = r.id ORDER BY 1) AS links
    FROM (SELECT * FROM ${table(type)} WHERE id > ${after} ORDER BY id LIMIT ${BATCH}) r
    LEFT JOIN LATERAL (SELECT version, data, at FROM revision
      WHERE type = ${type.name} AND record_id = r.id ORDER BY version DESC LIMIT 1) newest ON true
    ORDER BY id`)
  const ids = rows.map(({ id }) => id)
  const fields = new Map((await type.read(tx, ids)).map((one) => [one.id, one]))
  const made = new Map(rows.map((row) => [row.id, cardOf(type, row, fields.get(row.id)!)]))
  const unfindable = await staleSearchText(
    tx,
    type,
    [...made.values()].flatMap((record) => record ?? []),
  )
  const misplaced = await differingColumns(tx, type.name, ids)
  const wrong = rows.flatMap((row) => {
    const record = made.get(row.id) ?? null
    const parts = [
      ...(record ? describeDifferences(type, row, record) : ['its tables, which make no record']),
      ...(unfindable.has(row.id) ? ['its search words'] : []),
      ...(misplaced.has(row.id) ? ['the columns that lists go by'] : []),
    ]
    return parts.length ? [`${type.name}/${row.id} is not as its history says: ${parts.join('; ')}.`] : []
  })
  return { wrong, size: rows.length, last: rows.length === BATCH ? ids.at(-1) : undefined }
}

/** The card as it would be written now; null if the tables contain no valid record. */
function cardOf(
  type: AnyRecordType,
  { id, path, version, publishedAt, updatedAt }: Row,
  fields: object,
): RecordBase | null {
  const dates = { publishedAt: publishedAt.toISOString(), updatedAt: updatedAt.toISOString() }
  return type.record.safeParse({ ...fields, id, path, version, ...dates }).data ?? null
}

/** Describes where a record, its card, names and links differ from its newest revision. */
function describeDifferences(type: AnyRecordType, row: Row, record: RecordBase): string[] {
  const input = type.input.safeParse(convertData(type.name, row.data)).data
  if (row.newest === null || !input) return ['it has no version in the history']
  const path = type.path?.(input) ?? recordPath(type.name, row.id, type.title(record))
  const names = type.names?.(record).map(({ name, weight }, at) => `${name} ${weight} ${at === 0} true`) ?? []
  const links = [...new Set(type.links(input).map(recordKey))]
  const told = diffInputRecord(input, record)
  const shown = differing(record, row.card)
  return [
    ...(told.length ? [`its tables in ${told.join(', ')}`] : []),
    ...(shown.length ? [`its card in ${shown.join(', ')}`] : []),
    ...(row.newest === row.version && +row.at === +row.updatedAt ? [] : ['its version']),
    ...(path === row.path ? [] : ['its address']),
    ...(isEqualJson(names, row.names) ? [] : ['its names']),
    ...(isEqualJson(links.toSorted(), row.links.toSorted()) ? [] : ['its links']),
  ]
}

const differing = (record: object, card: object): string[] =>
  [...new Set([...Object.keys(record), ...Object.keys(card)])].filter(
    (name) => !isEqualJson(record[name as keyof typeof record], card[name as keyof typeof card]),
  )

/** The records whose search vector differs from their card's texts. */
async function staleSearchText(
  tx: Transaction,
  type: AnyRecordType,
  cards: readonly RecordBase[],
): Promise<Set<string>> {
  const given = cards.map((card) => searchTextOf(type, card))
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given (id text, names text, en text, es text)
    JOIN ${table(type)} USING (id)
    WHERE search IS DISTINCT FROM ${SEARCH_CONFIG_NAMES} || ${SEARCH_CONFIG_TEXTS}`)
  return new Set(rows.map(({ id }) => id))
}
