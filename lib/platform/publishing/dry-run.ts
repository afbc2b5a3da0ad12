import { type Transaction, transaction } from '@/lib/platform/database/write'

/** Ends a transaction and carries what was found in it. */
class Rollback<R> extends Error {
  constructor(readonly found: R) {
    super('taken back')
  }
}

/**
 * What would be, without it being: does the work in a transaction that is always taken back. So a preview is made by
 * the same code as the page that it previews, and nobody else ever sees it.
 */
export async function dryRun<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  try {
    return await transaction(async (tx) => {
      throw new Rollback(await work(tx))
    })
  } catch (error) {
    if (error instanceof Rollback) return error.found as R
    throw error
  }
}
