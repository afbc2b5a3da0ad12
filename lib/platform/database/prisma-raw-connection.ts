import type { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool, PoolClient } from 'pg'

/** The connection of a transaction; none before it begins and after it ends. */
export type TransactionConnection = { client?: PoolClient }

/** Prisma's adapter, which also exposes the connection of a transaction, so that SQL can run on it without Prisma. */
export class ExposedPgAdapter extends PrismaPg {
  constructor(
    pool: Pool,
    private readonly connections: AsyncLocalStorage<TransactionConnection>,
  ) {
    super(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const begun = await start(level)
      const { client } = begun as unknown as Required<TransactionConnection>
      const open = this.connections.getStore()
      if (!open) return begun
      open.client = client
      keepRefusals(begun)
      const execute = begun.executeRaw.bind(begun)
      begun.executeRaw = (query) => {
        // Prisma ends a transaction that takes too long. Work that is still running must not continue outside of it.
        if (/^(COMMIT|ROLLBACK)$/.test(query.sql)) delete open.client
        return execute(query)
      }
      return begun
    }
    return adapter
  }
}

type Failing = { onError: (error: unknown) => never }

/** Keeps PostgreSQL's error in the adapter's, which leaves out the values of the row that was refused. */
function keepRefusals(transaction: unknown): void {
  const failing = transaction as Failing
  const convert = failing.onError.bind(transaction)
  failing.onError = (error) => {
    try {
      return convert(error)
    } catch (converted) {
      throw Object.assign(converted as Error, { refusal: error })
    }
  }
}
