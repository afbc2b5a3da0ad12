import { expect, test } from 'vitest'
import { sql } from '@/lib/platform/database/sql'
import { type Transaction, transaction } from '@/lib/platform/database/write'
import { testDatabase } from '../database'

await testDatabase()

type Where = { id: string }
const beneath = async (tx: Transaction) => (await tx.rows<Where>(sql`SELECT pg_current_xact_id()::text AS id`))[0]!.id
const through = async (tx: Transaction) => (await tx.$queryRaw<Where[]>`SELECT pg_current_xact_id()::text AS id`)[0]!.id

test('concurrent transactions each use their own connection, through Prisma and raw SQL', async () => {
  const found = await Promise.all(
    Array.from({ length: 20 }, () =>
      transaction(async (tx) => [await beneath(tx), await through(tx), await beneath(tx)]),
    ),
  )
  for (const [first, second, third] of found) expect([second, third]).toEqual([first, first])
  expect(new Set(found.map(([id]) => id)).size).toBe(20)
})

test('a query after commit or rollback is rejected', async () => {
  let ended: Transaction
  await transaction(async (tx) => void (ended = tx))
  await expect(ended!.rows(sql`SELECT 1`)).rejects.toThrow('The transaction has ended.')
  const failing = transaction(async (tx) => {
    ended = tx
    await tx.rows(sql`SELECT 1 / 0`)
  })
  await expect(failing).rejects.toThrow('division by zero')
  await expect(ended!.rows(sql`SELECT 1`)).rejects.toThrow('The transaction has ended.')
})
