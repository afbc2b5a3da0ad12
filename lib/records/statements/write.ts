import { insertRows, upsert, deleteRows, combineStatements } from '@/lib/platform/database/bulk-write'
import type { Transaction } from '@/lib/platform/database/write'
import { rowId } from '@/lib/platform/publishing/ids'
import type { RecordToWrite } from '@/lib/platform/publishing/record-type'
import { citationCells, CITATION_COLUMNS } from '@/lib/records/shared/citation-rows'
import { dateCells } from '@/lib/records/shared/rows'
import type { StatementInput } from './schema'

const COLUMNS = [
  ...['path', 'version', 'published_at', 'updated_at', 'kind', 'channel', 'summary', 'topics', 'rationales', 'notes'],
  ...['represents', 'date_edtf', 'date_earliest', 'date_latest', 'date_as_written'],
]

/** Child tables that are rewritten with each version. Deleting a wording deletes its citations. */
const PARTS = [
  'statement_speaker',
  'statement_place',
  'statement_variant',
  'statement_position',
  'statement_answer',
  'citation',
]

/** Writes all rows in one SQL statement. For corrections, another statement first deletes the previous rows. */
export async function writeStatements(
  tx: Transaction,
  written: readonly RecordToWrite<StatementInput>[],
): Promise<void> {
  const before = written.flatMap(({ id, base }) => (base.version > 1 ? id : []))
  if (before.length) await tx.rows(combineStatements(PARTS.map((table) => deleteRows(table, 'statement_id', before))))
  const rows = written.map(({ id, base, input }) => ({
    ...input,
    ...{ id, path: base.path, version: base.version, published_at: base.publishedAt, updated_at: base.updatedAt },
    ...dateCells(input.date),
    represents: false, // `derive` sets it from the speakers' roles
  }))
  const each = <T>(rowsOf: (input: StatementInput, own: { statement_id: string }) => T[]): T[] =>
    written.flatMap(({ id, input }) => rowsOf(input, { statement_id: id }))
  const variants = each((input, own) =>
    input.variants.map((one, position) => ({ ...one, ...own, id: rowId(), position })),
  )
  const citations = [
    ...variants.map(({ id, citation }) => citationCells(citation, 0, { variant_id: id })),
    ...each((input, own) => input.citations.map((one, position) => citationCells(one, position, own))),
  ]
  await tx.rows(
    combineStatements([
      upsert('statement', COLUMNS, rows),
      insertRows(
        'statement_speaker',
        ['id', 'statement_id', 'position', 'official_id', 'organization_id', 'as_printed'],
        each(({ speakers }, own) =>
          speakers.map(({ officialId, organizationId, asPrinted }, position) => ({
            ...{ ...own, id: rowId(), position },
            ...{ official_id: officialId, organization_id: organizationId, as_printed: asPrinted },
          })),
        ),
      ),
      insertRows(
        'statement_place',
        ['statement_id', 'jurisdiction_id', 'position'],
        each(({ placeIds }, own) =>
          placeIds.map((jurisdiction_id, position) => ({ ...own, jurisdiction_id, position })),
        ),
      ),
      insertRows(
        'statement_position',
        ['statement_id', 'topic', 'position', 'span'],
        each(({ positions }, own) => positions.map((one) => ({ ...own, ...one }))),
      ),
      insertRows(
        'statement_answer',
        ['statement_id', 'federal_action_id'],
        each(({ answersIds }, own) => answersIds.map((federal_action_id) => ({ ...own, federal_action_id }))),
      ),
      insertRows('statement_variant', ['id', 'statement_id', 'position', 'passages', 'preferred', 'reason'], variants),
      insertRows('citation', CITATION_COLUMNS, citations),
    ]),
  )
}
