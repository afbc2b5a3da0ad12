import { type Transaction, transaction } from '@/lib/platform/database/write'

/** Rolls a transaction back and carries its result. */
class Rollback<R> extends Error {
  constructor(readonly result: R) {
    super('rolled back')
  }
}

/**
 * Runs the work in a transaction that is always rolled back. So the same code creates previews and pages, and no
 * other connection sees the data.
 */
export async function dryRun<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  try {
    return await transaction(async (tx) => {
      throw new Rollback(await work(tx))
    })
  } catch (error) {
    if (error instanceof Rollback) return error.result as R
    throw error
  }
}
