import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { sayAway } from '@/lib/platform/web/status'
import { isAway } from './away'
import { Prisma, PrismaClient } from './generated/client'
import { writePool } from './pool'

export { Prisma } from './generated/client'
export type Transaction = Prisma.TransactionClient

type Client = { pool: Pool; prisma: PrismaClient }
const store = globalThis as typeof globalThis & { __localRecordPrisma?: Client }

/** Prisma on the pool of now: one that was closed has no use for its client. */
const client = (): PrismaClient => {
  const pool = writePool()
  if (store.__localRecordPrisma?.pool !== pool)
    store.__localRecordPrisma = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  return store.__localRecordPrisma.prisma
}

/** One transaction: all of it happens, or none. Only `command()` calls this, and `rehearse()`, which takes it back. */
export const transaction = async <R>(work: (tx: Transaction) => Promise<R>): Promise<R> => {
  try {
    return await client().$transaction(work, { timeout: 60_000, maxWait: 10_000 })
  } catch (error) {
    if (isAway(error)) sayAway()
    throw error
  }
}

/** JSON as Prisma takes it: a column's null has a name of its own there. */
export const json = (value: unknown) => value as Prisma.InputJsonValue
export const jsonOrNull = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** The tables of accounts and sessions, for the library that keeps them. Nothing else asks for this. */
export const accountStore = client
