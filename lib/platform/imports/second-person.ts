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
  if (actor.role === 'system' || (await policyIn(tx)).publishOwn) return
  const approver = importer.isPublicList ? await listApprover(tx, batch.kind) : null
  if (approver && !batch.writerIds.includes(approver)) return
  if (batch.writerIds.includes(actor.id)) throw new Conflict('imports.secondPerson')
  if (checks === undefined) throw new Conflict('imports.lookFirst')
}
