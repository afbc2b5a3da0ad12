import { expect, test } from 'vitest'
import { Sql, and, toQuery, identifier, sql } from '@/lib/platform/database/sql'

test('values are parameters, never text', () => {
  const piece = sql`SELECT card FROM ${identifier('state"ment')} WHERE ${and([sql`id = ${"x'; DROP"}`, sql`day > ${3}`])}`
  expect(toQuery(piece)).toEqual({
    text: `SELECT card FROM "state""ment" WHERE id = $1 AND day > $2`,
    values: ["x'; DROP", 3],
  })
})
test('no condition at all is true', () => expect(toQuery(and([]))).toEqual({ text: 'true', values: [] }))
test('a piece stays a piece', () => expect(sql`1`).toBeInstanceOf(Sql))
