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
import { TWIN } from './twin'

/** Told of each command that was acknowledged. */
export type Told = () => void

async function give<R>(told: Told, command: Command<R>, actor: Actor, input: unknown): Promise<R> {
  const result = await command(actor, input)
  told()
  return result
}

const newest = async (type: string, id: string) =>
  (
    await sql`SELECT version, data FROM revision WHERE type = ${type} AND record_id = ${id}
    ORDER BY version DESC LIMIT 1`.rows<{ version: number; data: Record<string, unknown> }>()
  )[0]!

/** Three entries that show each other, with the number of their version in what readers see. */
async function publish(told: Told): Promise<void> {
  const { version } = await newest('statements', ids.statement)
  const words = `Version ${version + 1}`
  const drafts = [
    { type: 'sources', recordId: ids.source, data: { ...inputs.sources, note: { en: words } } },
    { type: 'officials', recordId: ids.chief, data: { ...inputs.officials, name: words, aliases: [words] } },
    { type: 'statements', recordId: ids.statement, data: { ...inputs.statements, summary: { en: words } } },
  ].map((one) => ({ ...one, baseVersion: version }))
  const draftIds = await give(told, saveDrafts, SYSTEM, { drafts })
  await give(told, publishDrafts, SYSTEM, { draftIds })
}

/** Two officials become one, and two again. */
async function merge(told: Told): Promise<void> {
  const [done] = await sql`SELECT id FROM merge WHERE undone_at IS NULL`.rows<{ id: string }>()
  if (done) return void (await give(told, undoMerge, EDITOR, { id: done.id }))
  const [goes, stays] = [await newest('officials', TWIN), await newest('officials', ids.chief)]
  const pair = { from: TWIN, into: ids.chief }
  await give(told, mergeRecords, EDITOR, {
    ...pair,
    type: 'officials',
    data: mergeRecordValues('officials', stays.data, goes.data, pair),
    reason: { en: 'One person.', es: 'Una persona.' },
    versions: { from: goes.version, into: stays.version },
  })
}

const FILE = csv(
  ['name', 'kind', 'jurisdiction', 'jurisdiction_state'],
  ...Array.from({ length: 40 }, (_, at) => [`Council ${at}`, 'Council', 'El Paso', 'TX']),
)

/** The next step of an import; one that is at its end is taken back, and then begins anew. */
async function step(told: Told): Promise<void> {
  const [batch] = await sql`SELECT id, state, mapping FROM import_batch ORDER BY created_at DESC LIMIT 1`.rows<{
    id: string
    state: BatchState
    mapping: { columns: Record<string, string> }
  }>()
  const { id, state, mapping } = batch ?? { id: '', state: 'reverted' as const, mapping: { columns: {} } }
  const next = (command: Command, more = {}) => give(told, command, EDITOR, { id, ...more })
  await {
    reverted: () =>
      give(told, imports.startImport, EDITOR, { kind: 'type-organizations', fileName: 'list.csv', file: FILE }),
    mapping: () => next(imports.mapImport, { columns: mapping.columns }),
    checking: () => next(imports.checkImport),
    preview: () => next(imports.beginImport),
    running: () => next(imports.stepImport),
    stopped: () => next(imports.beginImport),
    done: () => next(imports.revertImport),
    reverting: () => next(imports.stepImport),
  }[state]()
}

/** Work of one kind that goes on from what it finds, whatever became of what was begun before. */
export const WORKS = { publish, merge, import: step }

export type Work = keyof typeof WORKS
