import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { listApprover, policyIn } from '@/lib/platform/site-policy/site-policy'
import type { Batch } from './batch-storage'
import type { Importer } from './importer'

/**
 * Where a second person is asked for, an import is started by somebody who wrote nothing in it and had its rows on the
 * screen. An administrator who approves a public list by name is the second person of its imports.
 */
export async function assertSecondPerson(
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  batch: Batch,
  checks?: number,
): Promise<void> {
  if (!(await hasSecondPerson(tx, actor, importer, batch))) throw new Conflict('imports.secondPerson')
  if (checks === undefined && (await isAskedFor(tx, actor, importer, batch))) throw new Conflict('imports.lookFirst')
}

/** True if no second person is asked for, or if who started the import is one. It may be asked for since the start. */
export const hasSecondPerson = async (
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  batch: Batch,
): Promise<boolean> => !batch.writerIds.includes(actor.id) || !(await isAskedFor(tx, actor, importer, batch))

async function isAskedFor(tx: Transaction, actor: Actor, importer: Importer, batch: Batch): Promise<boolean> {
  if (actor.role === 'system' || (await policyIn(tx)).publishOwn) return false
  const approver = importer.isPublicList ? await listApprover(tx, batch.kind) : null
  return !approver || batch.writerIds.includes(approver)
}
