import { type Transaction, json } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { type Entry, type Published, publish } from '@/lib/platform/publishing/publish'
import { type RecordTypes, recordKey } from '@/lib/platform/publishing/record-type'
import { withdraw } from '@/lib/platform/publishing/withdraw'
import { latestVersionsOf } from './compare-latest'
import { type Importer, type RowProblems, error } from './importer'
import { inSavepoint, refusedWords } from './import-step'
import type { Batch } from './batch-storage'
import { REVERT_REASON } from './revert-reason'
import { convertRevision } from '@/lib/platform/publishing/history-converters'
import { localizedText } from '@/lib/platform/i18n/translate'

type Row = { row: number; issues: RowProblems; made: Published[] | null }

const CHUNK = 20

/**
 * Reverts the next imported rows, the last first. An entry gets its earlier version back, or is withdrawn if the import
 * added it. A row whose entries changed since, or are linked from others, stays, and the reason is recorded.
 */
export async function runRevertStep(
  tx: Transaction,
  types: RecordTypes,
  importer: Importer,
  batch: Batch,
  byId: string,
): Promise<{ reverted: number; kept: number }> {
  const rows = (await tx.importRow.findMany({
    where: { batchId: batch.id, state: 'imported' },
    orderBy: { row: 'desc' },
    take: importer.chunk ?? CHUNK,
    select: { row: true, issues: true, made: true },
  })) as unknown as Row[]
  const all = await inSavepoint(tx, async () => {
    for (const row of rows) await revertRow(tx, types, importer, byId, row)
  })
  if (!(all instanceof Error)) {
    await tx.importRow.updateMany({
      where: { batchId: batch.id, row: { in: rows.map(({ row }) => row) } },
      data: { state: 'reverted' },
    })
    return { reverted: rows.length, kept: 0 }
  }
  let kept = 0
  for (const row of rows) {
    const result = await inSavepoint(tx, () => revertRow(tx, types, importer, byId, row))
    if (result instanceof Error) kept += 1
    const data =
      result instanceof Error
        ? { state: 'kept', issues: json({ ...row.issues, '': [await revertProblem(tx, result)] }) }
        : { state: 'reverted' }
    await tx.importRow.update({ where: { batchId_row: { batchId: batch.id, row: row.row } }, data })
  }
  return { reverted: rows.length - kept, kept }
}

async function revertRow(
  tx: Transaction,
  types: RecordTypes,
  importer: Importer,
  byId: string,
  row: Row,
): Promise<void> {
  const made = (row.made ?? []).toReversed()
  const latest = await latestVersionsOf(tx, made)
  for (const one of made) {
    const last = latest.get(recordKey(one))
    if (last?.version !== one.version) throw new Conflict('publishing.newerVersion')
    const where = { type_recordId_version: { type: one.type, recordId: one.id, version: one.version - 1 } }
    const before = convertRevision(await tx.revision.findUnique({ where }))
    if (!before || before.kind === 'withdrawn') await withdraw(tx, types, byId, one, REVERT_REASON)
    else {
      const entry: Entry = { type: one.type, id: one.id, baseVersion: one.version, data: before.data, kind: 'restored' }
      await (importer.publish ? importer.publish(tx, byId, [entry]) : publish(tx, types, byId, [entry]))
    }
  }
}

async function revertProblem(tx: Transaction, thrown: Error) {
  const refused = thrown instanceof Conflict ? null : await refusedWords(tx, thrown)
  if (refused) return error(refused)
  return thrown instanceof Conflict && /\.(newerVersion|publishedMeanwhile)$/.test(thrown.code)
    ? error(localizedText('importers.rows.keptNewerVersion'), localizedText('importers.rows.seeHistory'))
    : error(localizedText('importers.rows.keptLinked'), localizedText('importers.rows.changeLinked'))
}
