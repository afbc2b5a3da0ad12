import type { Actor, Role } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors/errors'
import { importBatch } from '@/lib/platform/imports/queries'
import { checkImport, stepImport } from '@/lib/features/imports/commands'

type Due = { id: string; byId: string; role: Role | null }

/** Continues imports that are being checked, run or reverted, with the current permissions of their users. */
export async function processImportQueue(): Promise<void> {
  const due = await sql`
    SELECT import_batch.id, admin_user.id AS "byId", admin_user.role FROM import_batch
    JOIN admin_user ON admin_user.id = mapping ->> 'actorId' AND deactivated_at IS NULL
    WHERE state IN ('checking', 'running', 'reverting') ORDER BY import_batch.created_at`.rows<Due>()
  for (const { id, byId, role } of due) if (role) await continueImport({ id: byId, role }, id)
}

/**
 * Works on an import for at most `milliseconds`. Ignores errors from a concurrent stop and from locks of other
 * workers.
 */
export async function continueImport(actor: Actor, id: string, milliseconds = Infinity): Promise<void> {
  const until = Date.now() + milliseconds
  try {
    do {
      const state = (await importBatch(id))?.state
      if (state === 'checking') await checkImport(actor, { id })
      else if (state === 'running' || state === 'reverting') await stepImport(actor, { id })
      else return
    } while (Date.now() < until)
  } catch (error) {
    const expected = error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound
    if (!expected && !/lock timeout/i.test(String(error))) throw error
  }
}
