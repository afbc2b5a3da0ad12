import { sql } from '@/lib/platform/database/sql'
import { NotFound } from '@/lib/platform/errors/errors'
import { csvRow } from '@/lib/platform/files/csv-write'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Published } from '@/lib/platform/publishing/publish'
import type { RowProblems } from './importer'
import { Mapping } from './mapping'
import type { Batch, RowState } from './batch-storage'
import type { Cells } from '@/lib/platform/files/grid'

export type RowCounts = Partial<Record<RowState, number>>

export type ImportBatch = Batch & {
  createdAt: Date
  finishedAt: Date | null
  revertedAt: Date | null
  revertedBy: string | null
  counts: RowCounts
}

export type ImportRow = {
  row: number
  raw: Cells
  state: RowState
  title: string
  problems: RowProblems
  entries: { type: string; id: string; baseVersion: number; data: unknown }[]
  made: Published[] | null
}

const BATCH = sql`
  id, kind, file_name AS "fileName", sha256, state, mapping, by_id AS "byId", writer_ids AS "writerIds", checks, created_at AS "createdAt",
  finished_at AS "finishedAt", reverted_at AS "revertedAt", reverted_by AS "revertedBy",
  (SELECT coalesce(jsonb_object_agg(state, total), '{}') FROM
    (SELECT state, count(*)::int AS total FROM import_row WHERE batch_id = import_batch.id GROUP BY state) counted) AS counts`

/** The newest imports. */
export const importBatches = async (limit = 100): Promise<ImportBatch[]> =>
  (await sql`SELECT ${BATCH} FROM import_batch ORDER BY created_at DESC LIMIT ${limit}`.rows<ImportBatch>()).map(
    toBatch,
  )

export const importBatch = async (id: string): Promise<ImportBatch | null> => {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const [found] = await sql`SELECT ${BATCH} FROM import_batch WHERE id = ${id}::uuid`.rows<ImportBatch>()
  return found ? toBatch(found) : null
}

/** The bytes of an uploaded file. */
export const bytesOf = async (id: string): Promise<Uint8Array> => {
  const [found] = await sql`SELECT bytes FROM import_file WHERE batch_id = ${id}::uuid`.rows<{ bytes: Buffer }>()
  if (!found) throw new NotFound('imports.gone')
  return found.bytes
}

/** Other imports of the same file, the newest first. */
export const sameFile = async ({ id, sha256 }: ImportBatch): Promise<ImportBatch[]> =>
  (
    await sql`SELECT ${BATCH} FROM import_batch WHERE sha256 = ${sha256} AND id <> ${id}::uuid
      ORDER BY created_at DESC LIMIT 5`.rows<ImportBatch>()
  ).map(toBatch)

const toBatch = (row: ImportBatch): ImportBatch => ({ ...row, mapping: Mapping.parse(row.mapping) })

/** A page of a batch's rows in these states, after a row's number. */
export const importRows = (id: string, states: readonly RowState[], after = 0, size = 50): Promise<ImportRow[]> =>
  sql`SELECT row, raw, state, title, issues AS problems, entries, made FROM import_row
    WHERE batch_id = ${id}::uuid AND state = ANY(${[...states]}) AND row > ${after} ORDER BY row LIMIT ${size}`.rows<ImportRow>()

/** The rows that were left out with the reasons, as CSV to correct and import again. */
export async function* refusedCsv({ id, mapping }: ImportBatch, lang: Lang): AsyncGenerator<string> {
  const { headings } = mapping
  yield csvRow([...headings, translator(lang)('importers.rows.rowInFile'), translator(lang)('importers.rows.wrong')])
  for (let after = 0; ;) {
    const rows = await importRows(id, ['refused', 'failed', 'kept'], after, 500)
    yield rows
      .map(({ row, raw, problems }) =>
        csvRow([...headings.map((one) => raw[one] ?? null), row, reasons(problems, lang)]),
      )
      .join('')
    if (rows.length < 500) return
    after = rows.at(-1)!.row
  }
}

/** The errors of a row as one text: "COUNTY: There is no “Frankin County” in Alabama." */
export const reasons = (problems: RowProblems, lang: Lang): string =>
  Object.entries(problems)
    .flatMap(([column, of]) =>
      of
        .filter(({ level }) => level === 'error')
        .map(({ what, todo, choices = [] }) =>
          [
            column && `${column}: `,
            what[lang],
            todo ? ` ${todo[lang]}` : '',
            choices.length ? ` (${choices.map((one) => one.label).join('; ')})` : '',
          ].join(''),
        ),
    )
    .join(' | ')
