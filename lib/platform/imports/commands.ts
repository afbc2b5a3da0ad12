import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { checkRow } from './check-row'
import { latestVersionsOf } from './compare-latest'
import type { Importer, Importers } from './importer'
import { mapInSlices } from './map-in-slices'
import { applyMapping } from './mapping'
import { runRevertStep } from './revert-step'
import { assertSecondPerson, hasSecondPerson } from './second-person'
import { runImportStep } from './import-step'
import {
  type Batch,
  type BatchState,
  readRows,
  setMapping,
  setState,
  writeChecked,
  writeMapping,
} from './batch-storage'
import { openBatch } from './open-batch'
import { uploadCommands } from './upload-commands'

const BatchId = z.uuid()
const Short = z.string().max(300)

/** The commands that bring files in, for these record types and ways to read a file. */
export const importCommands = (types: RecordTypes, importers: Importers) => {
  const opened = (tx: Transaction, actor: Actor, id: string, states: readonly BatchState[]) =>
    openBatch(tx, importers, actor, id, states)

  return {
    ...uploadCommands(importers),

    /** Replaces a cell with an editor's choice or, without a value, restores the file's text. */
    correctImport: command({
      name: 'imports.correct',
      permission: 'record:import',
      input: z.strictObject({
        id: BatchId,
        row: z.int().min(1),
        column: Short,
        value: z.string().trim().max(300).nullable(),
      }),
      run: async ({ tx, actor, input: { id, row, column, value } }) => {
        const { batch } = await opened(tx, actor, id, ['preview'])
        const { [column]: _, ...others } = batch.mapping.corrections[row] ?? {}
        const corrections = {
          ...batch.mapping.corrections,
          [row]: value === null ? others : { ...others, [column]: value },
        }
        await writeMapping(tx, actor, batch, { ...batch.mapping, corrections }, 'checking')
      },
      detail: ({ id, row, column }) => ({ batch: id, row, column }),
    }),

    /** Compares the rows with published records, and stores the entries and problems of each. */
    checkImport: command({
      name: 'imports.check',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        const { batch, importer } = await opened(tx, actor, id, ['checking', 'preview'])
        const counts = await check(tx, types, importer, batch)
        await setState(tx, id, 'preview', { checks: { increment: 1 } })
        return counts
      },
      detail: ({ id }, counts) => ({ batch: id, ...counts }),
    }),

    /** Starts importing the ready rows, or resumes after a stop. The person who starts it approves what is ready. */
    beginImport: command({
      name: 'imports.begin',
      permission: 'record:import',
      input: z.strictObject({
        id: BatchId,
        /** The check of the rows that was on the screen. */
        checks: z.int().min(0).optional(),
      }),
      run: async ({ tx, actor, input: { id, checks } }) => {
        const { batch, importer } = await opened(tx, actor, id, ['preview', 'stopped'])
        if (checks !== undefined && checks !== batch.checks) throw new Conflict('imports.movedOn')
        await assertSecondPerson(tx, actor, importer, batch, checks)
        await setMapping(tx, actor, id, { ...batch.mapping, seenChecks: checks }, 'running')
      },
      detail: ({ id }) => ({ batch: id }),
    }),

    /** Imports or reverts the next rows, in one transaction. Callers repeat it until no rows remain. */
    stepImport: command({
      name: 'imports.step',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        const { batch, importer } = await opened(tx, actor, id, ['running', 'reverting'])
        const importing = batch.state === 'running'
        const starter = { ...actor, id: batch.mapping.actorId ?? actor.id }
        if (importing && !(await hasSecondPerson(tx, starter, importer, batch, batch.mapping.seenChecks))) {
          await setState(tx, id, 'stopped')
          return { imported: 0, failed: 0, left: 0 }
        }
        const step = importing
          ? await runImportStep(tx, types, importer, batch, actor.id)
          : await runRevertStep(tx, types, importer, batch, actor.id)
        const state = importing ? 'ready' : 'imported'
        const left = await tx.importRow.count({ where: { batchId: id, state } })
        if (!left && importing) await setState(tx, id, 'done', { finishedAt: new Date() })
        if (!left && !importing) await setState(tx, id, 'reverted', { revertedAt: new Date(), revertedBy: actor.id })
        return { ...step, left }
      },
      detail: ({ id }, step) => ({ batch: id, ...step }),
    }),

    /** Stops after the rows in progress. The import can be resumed or reverted. */
    stopImport: command({
      name: 'imports.stop',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        await opened(tx, actor, id, ['running'])
        await setState(tx, id, 'stopped')
      },
      detail: ({ id }) => ({ batch: id }),
    }),

    /** Starts reverting the import. Rows that could not be reverted before are retried. */
    revertImport: command({
      name: 'imports.revert',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        const { batch } = await opened(tx, actor, id, ['done', 'stopped', 'reverted'])
        await tx.importRow.updateMany({ where: { batchId: id, state: 'kept' }, data: { state: 'imported' } })
        await setMapping(tx, actor, id, batch.mapping, 'reverting')
      },
      detail: ({ id }) => ({ batch: id }),
    }),

    /** Deletes a batch from which nothing was imported. */
    discardImport: command({
      name: 'imports.discard',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        await opened(tx, actor, id, ['mapping', 'checking', 'preview'])
        await tx.importBatch.delete({ where: { id } })
      },
      detail: ({ id }) => ({ batch: id }),
    }),
  }
}

async function check(tx: Transaction, types: RecordTypes, importer: Importer, batch: Batch) {
  const { id, mapping, fileName, sha256 } = batch
  const read = await readRows(tx, id)
  const rows = await mapInSlices(read, ({ row, raw }) => ({ row, ...applyMapping(mapping, row, raw) }))
  const file = { name: fileName, sha256, sheet: mapping.sheet }
  const planned = await importer.plan(rows, { tx, file, options: mapping.options })
  const latest = await latestVersionsOf(
    tx,
    planned.flatMap(({ entries }) => entries),
  )
  const seen = new Map()
  const checked = await mapInSlices(planned, (one, at) =>
    checkRow(types, importer.columns, rows[at]!.row, one, latest, seen),
  )
  await writeChecked(tx, id, checked)
  const count = (state: string) => checked.filter((one) => one.state === state).length
  return { ready: count('ready'), unchanged: count('unchanged'), refused: count('refused') }
}
