import type { Actor } from '@/lib/platform/commands/permissions'
import { Prisma, type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import type { CheckedRow } from './check-row'
import { Mapping } from './mapping'
import type { Cells, NumberedRow } from '@/lib/platform/files/grid'

/**
 * mapping: its columns are being chosen; checking: its rows are to be compared; preview: an editor decides; running;
 * stopped: it can resume; done; reverting; reverted.
 */
export const BATCH_STATES = [
  'mapping',
  'checking',
  'preview',
  'running',
  'stopped',
  'done',
  'reverting',
  'reverted',
] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** `kept`: the row could not be reverted. */
export const ROW_STATES = ['read', 'ready', 'unchanged', 'refused', 'imported', 'failed', 'reverted', 'kept'] as const
export type RowState = (typeof ROW_STATES)[number]

export type Batch = {
  id: string
  kind: string
  fileName: string
  sha256: string
  state: BatchState
  mapping: Mapping
  /** The person who uploaded the file. */
  byId: string
  /** Everybody who uploaded, mapped or corrected something in it. */
  writerIds: string[]
  /** The number of changes to its rows before it was started. */
  checks: number
}

/** Locks a batch until the transaction ends. @throws Conflict in any other state. */
export async function batchFor(tx: Transaction, id: string, states: readonly BatchState[]): Promise<Batch> {
  await tx.$executeRaw`SELECT id FROM import_batch WHERE id = ${id}::uuid FOR UPDATE`
  const found = await tx.importBatch.findUnique({ where: { id } })
  if (!found) throw new NotFound('imports.gone')
  const batch = { ...found, state: found.state as BatchState, mapping: Mapping.parse(found.mapping) }
  if (!states.includes(batch.state)) throw new Conflict('imports.movedOn')
  return batch
}

/** Rows per statement, and the length of its JSON from which on it takes no more. */
const CHUNK = 2_000
const CHUNK_LENGTH = 500_000

/** Rows as the JSON of several statements, so that no single one is long to write. */
function* chunks(rows: readonly unknown[]): Generator<string> {
  let lines: string[] = []
  let length = 0
  for (const row of rows) {
    const line = JSON.stringify(row)
    lines.push(line)
    length += line.length
    if (lines.length < CHUNK && length < CHUNK_LENGTH) continue
    yield `[${lines.join(',')}]`
    lines = []
    length = 0
  }
  if (lines.length) yield `[${lines.join(',')}]`
}

type NumberedRaw = { row: number; raw: Cells }

/** Replaces the rows of a batch. */
export async function writeRows(tx: Transaction, batchId: string, rows: readonly NumberedRow[]): Promise<void> {
  await tx.importRow.deleteMany({ where: { batchId } })
  for (const chunk of chunks(rows)) {
    await tx.$executeRaw`
      INSERT INTO import_row (batch_id, row, raw, state, title, issues, entries)
      SELECT ${batchId}::uuid, row, cells, 'read', '', '{}', '[]'
      FROM jsonb_to_recordset(${chunk}::jsonb) AS r (row int, cells jsonb)`
  }
}

/** The rows of a batch, read in several queries, so that no single one is long to decode. */
export async function readRows(tx: Transaction, batchId: string): Promise<NumberedRaw[]> {
  const all: NumberedRaw[] = []
  for (;;) {
    const rows = await tx.importRow.findMany({
      where: { batchId, row: { gt: all.at(-1)?.row ?? 0 } },
      orderBy: { row: 'asc' },
      take: CHUNK,
      select: { row: true, raw: true },
    })
    for (const { row, raw } of rows) all.push({ row, raw: raw as Cells })
    if (rows.length < CHUNK) return all
  }
}

/** Stores the result of checking rows. */
export async function writeChecked(tx: Transaction, batchId: string, rows: readonly CheckedRow[]): Promise<void> {
  for (const chunk of chunks(rows)) {
    await tx.$executeRaw`
      UPDATE import_row SET state = r.state, title = r.title, issues = r.problems, entries = r.entries, made = NULL
      FROM jsonb_to_recordset(${chunk}::jsonb) AS r (row int, state text, title text, problems jsonb, entries jsonb)
      WHERE import_row.batch_id = ${batchId}::uuid AND import_row.row = r.row`
  }
}

export const setState = (tx: Transaction, id: string, state: BatchState, more: Prisma.ImportBatchUpdateInput = {}) =>
  tx.importBatch.update({ where: { id }, data: { state, ...more } })

/** Stores a mapping that a person wrote. What others had on the screen before is out of date. */
export async function writeMapping(tx: Transaction, actor: Actor, batch: Batch, mapping: Mapping, state: BatchState) {
  await setMapping(tx, actor, batch.id, mapping, state)
  const writerIds = [...new Set([...batch.writerIds, actor.id])]
  await tx.importBatch.update({ where: { id: batch.id }, data: { writerIds, checks: { increment: 1 } } })
}

/** Stores a batch's mapping and state, and the person in whose name background work continues. */
export const setMapping = (tx: Transaction, actor: Actor, id: string, mapping: Mapping, state: BatchState) =>
  setState(tx, id, state, { mapping: json({ ...mapping, actorId: actor.id }) })
