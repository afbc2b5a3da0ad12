import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { checkConstraintsNow } from '@/lib/platform/database/check-constraints'
import { Prisma, type Transaction, json } from '@/lib/platform/database/write'
import { conflictOf, isTransient } from '@/lib/platform/database/violations'
import { Conflict, Invalid } from '@/lib/platform/errors/errors'
import { type Entry, type Published, publish } from '@/lib/platform/publishing/publish'
import { type RecordTypes, recordKey } from '@/lib/platform/publishing/record-type'
import { isUnchanged, latestVersionsOf } from './compare-latest'
import { type Importer, type RowProblems, error } from './importer'
import type { Batch } from './batch-storage'
import type { Lang } from '@/lib/platform/i18n/locale'
import { localizedMessage, localizedText } from '@/lib/platform/i18n/translate'

type Row = { row: number; issues: RowProblems; entries: Entry[] }
type Made = { row: number; made: Published[] }

/** The number of rows per transaction unless the importer sets its own. */
const CHUNK = 20

/** Imports the next ready rows. Returns their number and the number of failures; zero when all are done. */
export async function runImportStep(
  tx: Transaction,
  types: RecordTypes,
  importer: Importer,
  batch: Batch,
  byId: string,
): Promise<{ imported: number; failed: number }> {
  const rows = (await tx.importRow.findMany({
    where: { batchId: batch.id, state: 'ready' },
    orderBy: { row: 'asc' },
    take: importer.chunk ?? CHUNK,
    select: { row: true, issues: true, entries: true },
  })) as unknown as Row[]
  const attempt = (some: Row[]) => inSavepoint(tx, () => importRows(tx, types, importer, byId, some))
  const together = await attempt(rows)
  if (Array.isArray(together)) {
    await mark(tx, batch.id, together)
    return { imported: rows.length, failed: 0 }
  }
  let failed = 0
  for (const row of rows) {
    const result = await attempt([row])
    if (Array.isArray(result)) await mark(tx, batch.id, result)
    else {
      failed += 1
      const issues = { ...row.issues, '': [...(row.issues[''] ?? []), await failureOf(tx, result)] }
      await tx.importRow.update({
        where: { batchId_row: { batchId: batch.id, row: row.row } },
        data: { state: 'failed', issues: json(issues) },
      })
    }
  }
  return { imported: rows.length - failed, failed }
}

/** Publishes the new entries of the rows. An entry that several rows share is published once. */
async function importRows(
  tx: Transaction,
  types: RecordTypes,
  importer: Importer,
  byId: string,
  rows: Row[],
): Promise<Made[]> {
  const latest = await latestVersionsOf(
    tx,
    rows.flatMap(({ entries }) => entries),
  )
  const taken = new Set<string>()
  const due = rows.map(({ row, entries }) => ({
    row,
    entries: entries.filter((entry) => {
      const last = latest.get(recordKey(entry))
      if (taken.has(recordKey(entry))) return false
      if (last && !last.withdrawn && !last.merged && isUnchanged(types, entry.type, last.data, entry.data)) return false
      taken.add(recordKey(entry))
      return true
    }),
  }))
  const all = due.flatMap(({ entries }) => entries)
  const published = importer.publish ? await importer.publish(tx, byId, all) : await publish(tx, types, byId, all)
  const byKey = new Map(published.map((one) => [recordKey(one), one]))
  return due.map(({ row, entries }) => ({ row, made: entries.map((entry) => byKey.get(recordKey(entry))!) }))
}

const mark = (tx: Transaction, batchId: string, rows: Made[]) =>
  tx.$executeRaw`
    UPDATE import_row SET state = 'imported', made = r.made
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (row int, made jsonb)
    WHERE import_row.batch_id = ${batchId}::uuid AND import_row.row = r.row`

/**
 * Runs work in a savepoint, so that a failure doesn't abort the transaction. If the row's data causes an error, it
 * rolls back and returns the error. Deferred constraints are checked immediately.
 */
export async function inSavepoint<R>(tx: Transaction, work: () => Promise<R>): Promise<R | Error> {
  await tx.$executeRaw`SAVEPOINT import_step`
  try {
    const result = await work()
    await checkConstraintsNow(tx)
    await tx.$executeRaw`RELEASE SAVEPOINT import_step`
    return result
  } catch (thrown) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT import_step`
    if (!isOfTheRow(thrown)) throw thrown
    return thrown
  }
}

/** True if the row's data caused the error, rather than a lost connection, another transaction or a bug. */
const isOfTheRow = (thrown: unknown): thrown is Error =>
  !isDatabaseUnavailable(thrown) &&
  !isTransient(thrown) &&
  !isTransient(thrown) &&
  (thrown instanceof Conflict ||
    thrown instanceof Invalid ||
    thrown instanceof Prisma.PrismaClientKnownRequestError ||
    // PostgreSQL's error classes for invalid data and violated constraints.
    (thrown instanceof Error && 'code' in thrown && /^2[23]/.test(String(thrown.code))) ||
    /constraint|violates/i.test(String(thrown)))

async function failureOf(tx: Transaction, thrown: Error) {
  if (thrown instanceof Conflict)
    return error(thrown.code === 'publishing.linked' ? LINKED : NEWER_VERSION, IMPORT_AGAIN)
  if (thrown instanceof Invalid) {
    const messages = Object.values(thrown.issues).flat().map(localizedMessage)
    const inLang = (lang: Lang) => messages.map((one) => one[lang]).join(' ')
    return error({ en: inLang('en'), es: inLang('es') })
  }
  return error((await refusedWords(tx, thrown)) ?? NOT_ALLOWED, IMPORT_AGAIN)
}

/** The database's rejection in both languages; null for another error. Needs a transaction that can still read. */
export async function refusedWords(tx: Transaction, thrown: Error) {
  const conflict = await conflictOf(thrown, (query) => tx.rows(query))
  return conflict && localizedMessage(conflict.message)
}

const NEWER_VERSION = localizedText('importers.rows.newerVersion')
const LINKED = localizedText('importers.rows.linked')
const NOT_ALLOWED = localizedText('importers.rows.notAllowed')
const IMPORT_AGAIN = localizedText('importers.rows.importAgain')
