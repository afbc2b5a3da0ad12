import { SYSTEM, type Actor } from '@/lib/platform/commands/permissions'
import type { Command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import type { BatchState } from '@/lib/platform/imports/batch-storage'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import * as imports from '@/lib/features/imports/commands'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { EDITOR, csv } from '../imports/importing'
import { ids, inputs } from '../world'
import { DUPLICATE } from './duplicate-official'

/** Called for each command that was acknowledged. */
export type Acknowledge = () => void

async function run<R>(acknowledge: Acknowledge, command: Command<R>, actor: Actor, input: unknown): Promise<R> {
  const result = await command(actor, input)
  acknowledge()
  return result
}

const newest = async (type: string, id: string) =>
  (
    await sql`SELECT version, data FROM revision WHERE type = ${type} AND record_id = ${id}
    ORDER BY version DESC LIMIT 1`.rows<{ version: number; data: Record<string, unknown> }>()
  )[0]!

/** Publishes three records whose cards contain one another, with the version in a field that readers see. */
async function publish(acknowledge: Acknowledge): Promise<void> {
  const { version } = await newest('statements', ids.statement)
  const words = `Version ${version + 1}`
  const drafts = [
    { type: 'sources', recordId: ids.source, data: { ...inputs.sources, note: { en: words } } },
    { type: 'officials', recordId: ids.chief, data: { ...inputs.officials, name: words, aliases: [words] } },
    { type: 'statements', recordId: ids.statement, data: { ...inputs.statements, summary: { en: words } } },
  ].map((one) => ({ ...one, baseVersion: version }))
  const draftIds = await run(acknowledge, saveDrafts, SYSTEM, { drafts })
  await run(acknowledge, publishDrafts, SYSTEM, { draftIds })
}

/** Merges two officials, or undoes the merge. */
async function merge(acknowledge: Acknowledge): Promise<void> {
  const [merged] = await sql`SELECT id FROM merge WHERE undone_at IS NULL`.rows<{ id: string }>()
  if (merged) return void (await run(acknowledge, undoMerge, EDITOR, { id: merged.id }))
  const [duplicate, target] = [await newest('officials', DUPLICATE), await newest('officials', ids.chief)]
  const pair = { from: DUPLICATE, into: ids.chief }
  await run(acknowledge, mergeRecords, EDITOR, {
    ...pair,
    type: 'officials',
    data: mergeRecordValues('officials', target.data, duplicate.data, pair),
    reason: { en: 'One person.', es: 'Una persona.' },
    versions: { from: duplicate.version, into: target.version },
  })
}

const FILE = csv(
  ['name', 'kind', 'jurisdiction', 'jurisdiction_state'],
  ...Array.from({ length: 40 }, (_, index) => [`Council ${index}`, 'Council', 'El Paso', 'TX']),
)

/** Runs the next step of an import. A finished import is reverted, and a reverted one starts again. */
async function stepThroughImport(acknowledge: Acknowledge): Promise<void> {
  const [batch] = await sql`SELECT id, state, mapping FROM import_batch ORDER BY created_at DESC LIMIT 1`.rows<{
    id: string
    state: BatchState
    mapping: { columns: Record<string, string> }
  }>()
  const { id, state, mapping } = batch ?? { id: '', state: 'reverted' as const, mapping: { columns: {} } }
  const next = (command: Command, more = {}) => run(acknowledge, command, EDITOR, { id, ...more })
  await {
    reverted: () =>
      run(acknowledge, imports.startImport, EDITOR, { kind: 'type-organizations', fileName: 'list.csv', file: FILE }),
    mapping: () => next(imports.mapImport, { columns: mapping.columns }),
    checking: () => next(imports.checkImport),
    preview: () => next(imports.beginImport),
    running: () => next(imports.stepImport),
    stopped: () => next(imports.beginImport),
    done: () => next(imports.revertImport),
    reverting: () => next(imports.stepImport),
  }[state]()
}

/** Each workload continues from the state of the database, so it can follow a kill at any point. */
export const WORKLOADS = { publish, merge, import: stepThroughImport }

export type Workload = keyof typeof WORKLOADS
