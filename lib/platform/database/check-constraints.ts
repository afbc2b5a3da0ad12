import { Sql, sql } from './sql'
import type { Transaction } from './write'

/**
 * Checks at once what the database would check at the commit. The seal of the history is left to the commit, so that
 * there is one for all of it and nobody else waits for the chain meanwhile.
 */
export async function checkConstraintsNow(tx: Transaction): Promise<void> {
  const [found] = await tx.rows<{ rules: string }>(sql`
    SELECT string_agg(DISTINCT quote_ident(conname), ', ') AS rules FROM pg_constraint
    WHERE condeferrable AND conname NOT IN ('change_is_sealed', 'revision_is_sealed')`)
  for (const when of ['IMMEDIATE', 'DEFERRED']) await tx.rows(new Sql([`SET CONSTRAINTS ${found!.rules} ${when}`], []))
}
