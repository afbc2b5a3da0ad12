import { type Actor, can } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Forbidden } from '@/lib/platform/errors/errors'
import { type BatchState, batchFor } from './batch-storage'
import type { Importer, Importers } from './importer'

/** The importer of a kind. @throws Forbidden if the actor may not use it. */
export const importerFor = (importers: Importers, actor: Actor, kind: string): Importer => {
  const importer = importers[kind]!
  if (!can(actor, importer.permission)) throw new Forbidden(importer.permission)
  return importer
}

/** A batch in one of these states, locked, with its importer. */
export const openBatch = async (
  tx: Transaction,
  importers: Importers,
  actor: Actor,
  id: string,
  states: readonly BatchState[],
) => {
  const batch = await batchFor(tx, id, states)
  return { batch, importer: importerFor(importers, actor, batch.kind) }
}
