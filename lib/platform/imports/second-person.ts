import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { approvalOfList, policyIn } from '@/lib/platform/site-policy/site-policy'
import type { Batch } from './batch-storage'
import type { Importer } from './importer'
import { isAsApproved } from './approved-file'

/**
 * An import that needs a second person is started by somebody who wrote nothing in it and had its rows on the
 * screen. An administrator who approved a file of a public list is the second person of its imports, as long as they
 * publish what the file says.
 */
export async function assertSecondPerson(
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  batch: Batch,
  checks: number | undefined,
): Promise<void> {
  if (await hasSecondPerson(tx, actor, importer, batch, checks)) return
  throw new Conflict(batch.writerIds.includes(actor.id) ? 'imports.secondPerson' : 'imports.lookFirst')
}

/**
 * True if no second person is asked for, or if who started the import is one. It may be asked for since the start.
 * `checks`: the check of the rows that was on their screen.
 */
export const hasSecondPerson = async (
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  batch: Batch,
  checks: number | undefined,
): Promise<boolean> =>
  (!batch.writerIds.includes(actor.id) && checks === batch.checks) || !(await isAskedFor(tx, actor, importer, batch))

async function isAskedFor(tx: Transaction, actor: Actor, importer: Importer, batch: Batch): Promise<boolean> {
  if (actor.role === 'system' || (await policyIn(tx)).publishOwn) return false
  const approved = importer.isPublicList ? await approvalOfList(tx, batch.kind) : null
  return !approved || !isAsApproved(importer, batch, approved) || batch.writerIds.includes(approved.byId)
}
