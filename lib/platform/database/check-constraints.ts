import { Sql, sql } from './sql'
import type { Transaction } from './write'

/**
 * Checks the deferred constraints now instead of at the commit. The seal of the history stays deferred, so that there
 * is one for the whole transaction and other transactions don't wait for the chain.
 */
export async function checkConstraintsNow(tx: Transaction): Promise<void> {
  const [constraints] = await tx.rows<{ names: string }>(sql`
    SELECT string_agg(DISTINCT quote_ident(conname), ', ') AS names FROM pg_constraint
    WHERE condeferrable AND conname NOT IN ('change_is_sealed', 'revision_is_sealed')`)
  for (const when of ['IMMEDIATE', 'DEFERRED'])
    await tx.rows(new Sql([`SET CONSTRAINTS ${constraints!.names} ${when}`], []))
}
