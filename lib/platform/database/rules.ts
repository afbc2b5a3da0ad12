import { Sql, sql } from './read'
import type { Transaction } from './write'

/**
 * Checks at once what the database would check at the commit. The seals of the history are left to the commit: what is
 * added to it after its seal would break the chain.
 */
export async function checkRules(tx: Transaction): Promise<void> {
  const [found] = await tx.rows<{ rules: string }>(sql`
    SELECT string_agg(DISTINCT quote_ident(conname), ', ') AS rules FROM pg_constraint
    WHERE condeferrable AND conname NOT IN ('change_is_sealed', 'revision_is_sealed')`)
  for (const when of ['IMMEDIATE', 'DEFERRED']) await tx.rows(new Sql([`SET CONSTRAINTS ${found!.rules} ${when}`], []))
}
