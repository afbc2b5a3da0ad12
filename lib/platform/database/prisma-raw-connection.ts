import type { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool, PoolClient } from 'pg'

/** The connection of a transaction, as long as it is open. */
export type TransactionConnection = { client?: PoolClient }

/** Prisma's adapter, which also says on which connection a transaction is, so that it can be asked without Prisma. */
export class ExposedPgAdapter extends PrismaPg {
  constructor(
    pool: Pool,
    private readonly beneath: AsyncLocalStorage<TransactionConnection>,
  ) {
    super(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const begun = await start(level)
      const { client } = begun as unknown as Required<TransactionConnection>
      const open = this.beneath.getStore()
      if (!open) return begun
      open.client = client
      const execute = begun.executeRaw.bind(begun)
      begun.executeRaw = (query) => {
        // Prisma ends what takes too long by itself: whoever is still at work must not go on outside of it.
        if (/^(COMMIT|ROLLBACK)$/.test(query.sql)) delete open.client
        return execute(query)
      }
      return begun
    }
    return adapter
  }
}
