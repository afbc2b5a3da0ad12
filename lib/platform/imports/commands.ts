import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { type Actor, can } from '@/lib/platform/commands/permissions'
import { type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, Forbidden, Invalid } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { checkRow } from './check-row'
import { latestVersionsOf } from './compare-latest'
import type { Importer, Importers } from './importer'
import { type Mapping, applyMapping, suggestColumns } from './mapping'
import { readFile } from '@/lib/platform/files/read-file'
import { runRevertStep } from './revert-step'
import { runImportStep } from './import-step'
import { type Batch, type BatchState, batchFor, setMapping, setState, writeChecked, writeRows } from './batch-storage'
import type { Cells } from '@/lib/platform/files/grid'

const BatchId = z.uuid()
const Short = z.string().max(300)

/** The commands that bring files in, for these record types and ways to read a file. */
export const importCommands = (types: RecordTypes, importers: Importers) => {
  const importerFor = (actor: Actor, kind: string): Importer => {
    const importer = importers[kind]!
    if (!can(actor, importer.permission)) throw new Forbidden(importer.permission)
    return importer
  }
  const opened = async (tx: Transaction, actor: Actor, id: string, states: readonly BatchState[]) => {
    const batch = await batchFor(tx, id, states)
    return { batch, importer: importerFor(actor, batch.kind) }
  }

  return {
    /** Reads and stores a file, and suggests a column mapping. Publishes nothing. */
    startImport: command({
      name: 'imports.start',
      permission: 'record:import',
      input: z.strictObject({
        kind: z.enum(Object.keys(importers) as [string, ...string[]]),
        fileName: z.string().trim().min(1).max(300),
        file: z.instanceof(Uint8Array),
      }),
      run: async ({ tx, actor, input: { kind, fileName, file } }) => {
        const importer = importerFor(actor, kind)
        const { sheets, sheet, table } = await readFile(file)
        const mapping: Mapping = {
          sheets,
          sheet,
          headings: table.headings,
          blank: table.blank,
          columns: suggestColumns(importer.columns, table.headings),
          options: suggestOptions(importer, fileName),
          corrections: {},
        }
        const sha256 = createHash('sha256').update(file).digest('hex')
        const data = { kind, fileName, sha256, mapping: json(mapping), state: 'mapping', byId: actor.id }
        const { id } = await tx.importBatch.create({ data })
        await tx.importFile.create({ data: { batchId: id, bytes: Uint8Array.from(file) } })
        await writeRows(tx, id, table.rows)
        return id
      },
      detail: ({ kind }, id) => ({ batch: id, kind }),
    }),

    /** Sets the sheet and maps its headings to columns. The rows must then be checked. */
    mapImport: command({
      name: 'imports.map',
      permission: 'record:import',
      input: z.strictObject({
        id: BatchId,
        sheet: Short.optional(),
        columns: z.record(Short, Short),
        options: z.record(Short, z.string().max(2_000)).default({}),
      }),
      run: async ({ tx, actor, input }) => {
        const { batch, importer } = await opened(tx, actor, input.id, ['mapping', 'checking', 'preview'])
        let mapping: Mapping = { ...batch.mapping, options: pick(importer.options ?? [], input.options) }
        if (input.sheet && input.sheet !== mapping.sheet) {
          const { bytes } = await tx.importFile.findUniqueOrThrow({ where: { batchId: input.id } })
          const { sheet, table } = await readFile(bytes, input.sheet)
          const { headings, blank } = table
          const columns = suggestColumns(importer.columns, headings)
          mapping = { ...mapping, sheet, headings, blank, columns, corrections: {} }
          await writeRows(tx, input.id, table.rows)
          await setMapping(tx, actor, input.id, mapping, 'mapping')
          return 'mapping' as const
        }
        const columns = chosen(importer, mapping, input.columns)
        await setMapping(tx, actor, input.id, { ...mapping, columns }, 'checking')
        return 'checking' as const
      },
      detail: ({ id }) => ({ batch: id }),
    }),

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
        await setMapping(tx, actor, id, { ...batch.mapping, corrections }, 'checking')
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
        await setState(tx, id, 'preview')
        return counts
      },
      detail: ({ id }, counts) => ({ batch: id, ...counts }),
    }),

    /** Starts importing the ready rows, or resumes after a stop. */
    beginImport: command({
      name: 'imports.begin',
      permission: 'record:import',
      input: z.strictObject({ id: BatchId }),
      run: async ({ tx, actor, input: { id } }) => {
        const { batch } = await opened(tx, actor, id, ['preview', 'stopped'])
        const wrote = [batch.byId, batch.mapping.actorId]
        if (wrote.includes(actor.id) && actor.role !== 'system' && !(await policyIn(tx)).publishOwn)
          throw new Conflict('imports.secondPerson')
        await setMapping(tx, actor, id, batch.mapping, 'running')
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
  const read = await tx.importRow.findMany({
    where: { batchId: id },
    orderBy: { row: 'asc' },
    select: { row: true, raw: true },
  })
  const rows = read.map(({ row, raw }) => ({ row, ...applyMapping(mapping, row, raw as Cells) }))
  const file = { name: fileName, sha256, sheet: mapping.sheet }
  const planned = await importer.plan(rows, { tx, file, options: mapping.options })
  const latest = await latestVersionsOf(
    tx,
    planned.flatMap(({ entries }) => entries),
  )
  const seen = new Map()
  const checked = planned.map((one, at) => checkRow(types, importer.columns, rows[at]!.row, one, latest, seen))
  await writeChecked(tx, id, checked)
  const count = (state: string) => checked.filter((one) => one.state === state).length
  return { ready: count('ready'), unchanged: count('unchanged'), refused: count('refused') }
}

const suggestOptions = ({ options = [] }: Importer, name: string): Record<string, string> =>
  Object.fromEntries(options.map((one) => [one.name, one.suggest?.({ name }) ?? '']))

const pick = (options: readonly { name: string }[], given: Readonly<Record<string, string>>) =>
  Object.fromEntries(options.map(({ name }) => [name, (given[name] ?? '').trim()]))

/** Validates the chosen columns: existing headings, each used once, and all required columns present. */
const chosen = (importer: Importer, { headings }: Mapping, given: Readonly<Record<string, string>>) => {
  const columns = importer.columns.flatMap(({ name }) => (given[name] ? [[name, given[name]] as const] : []))
  const issues: Record<string, string[]> = {}
  for (const [name, heading] of columns) {
    if (!headings.includes(heading)) issues[name] = ['imports.map.unknownHeading']
    else if (columns.some(([other, same]) => other !== name && same === heading)) issues[name] = ['imports.map.twice']
  }
  for (const { name, required } of importer.columns)
    if (required && !given[name]) issues[name] = ['imports.map.missing']
  if (Object.keys(issues).length) throw new Invalid(issues)
  return Object.fromEntries(columns)
}
