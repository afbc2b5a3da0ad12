import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { markDatabaseDown } from '@/lib/platform/request-context/request-context'
import { Conflict } from '@/lib/platform/errors/errors'
import { isDatabaseUnavailable } from './availability'
import { type TransactionConnection, ExposedPgAdapter } from './prisma-raw-connection'
import { Prisma, PrismaClient } from './generated/client'
import { writePool } from './pool'
import { type Sql, toQuery, preparedStatementName } from './sql'
import { conflictOf, isTransient } from './violations'

export { Prisma } from './generated/client'

export type Transaction = Prisma.TransactionClient & {
  /**
   * Runs SQL in the transaction without Prisma, which takes several times as long. Used by every publication. The text
   * is prepared once per connection, so it must not vary: many rows are one JSON value.
   */
  rows: <Row>(query: Sql) => Promise<Row[]>
}

type Client = {
  pool: Pool
  prisma: PrismaClient
  accounts: PrismaClient
  connections: AsyncLocalStorage<TransactionConnection>
}
const store = globalThis as typeof globalThis & { __localRecordPrisma?: Client }

/** Marks requests that fail because the database is gone. better-auth hides the reason in errors of its own. */
const reportingFailures = (prisma: PrismaClient): PrismaClient =>
  prisma.$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args)
        } catch (error) {
          if (isDatabaseUnavailable(error)) markDatabaseDown()
          throw error
        }
      },
    },
    // The extension adds no property, so the client has the same type.
  }) as unknown as PrismaClient

/** Prisma on the current pool. A pool that was closed takes its client with it. */
const client = (): Client => {
  const pool = writePool()
  if (store.__localRecordPrisma?.pool === pool) return store.__localRecordPrisma
  const beneath = new AsyncLocalStorage<TransactionConnection>()
  const prisma = new PrismaClient({ adapter: new ExposedPgAdapter(pool, beneath) })
  return (store.__localRecordPrisma = { pool, prisma, accounts: reportingFailures(prisma), connections: beneath })
}

/**
 * Runs the work in one transaction. Only `command()` calls this, and `dryRun()`, which rolls it back. A transaction that
 * lost against another one runs again, so the work must have no effect outside of it.
 * @throws Conflict for what the database refuses
 */
export async function transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(work)
    } catch (error) {
      if (isDatabaseUnavailable(error)) markDatabaseDown()
      else if (!isTransient(error)) throw (await conflictOf(error, (query) => query.rows())) ?? error
      else if (attempt === MAX_ATTEMPTS) throw Object.assign(new Conflict('publishing.busy'), { cause: error })
      else {
        await sleep(Math.random() * RETRY_DELAY_MS * 2 ** attempt)
        continue
      }
      throw error
    }
  }
}

const MAX_ATTEMPTS = 6
const RETRY_DELAY_MS = 15

const runOnce = async <R>(work: (tx: Transaction) => Promise<R>): Promise<R> => {
  const { prisma, connections: beneath } = client()
  const open: TransactionConnection = {}
  const rows = async <Row>(query: Sql): Promise<Row[]> => {
    const { text, values } = toQuery(query)
    if (!open.client) throw new Error('The transaction has ended.')
    return (await open.client.query({ text, values, name: preparedStatementName(text) })).rows as Row[]
  }
  // Prisma shares this object between transactions, so `rows` is set on an object that inherits from it.
  const withRows = (tx: Prisma.TransactionClient) => Object.create(tx, { rows: { value: rows } }) as Transaction
  const limits = { timeout: 60_000, maxWait: 10_000 }
  return beneath.run(open, () => prisma.$transaction((tx) => work(withRows(tx)), limits))
}

/** JSON as Prisma types it. */
export const json = (value: unknown) => value as Prisma.InputJsonValue
export const jsonOrNull = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** The tables of accounts and sessions, for better-auth alone. */
export const accountStore = () => client().accounts
