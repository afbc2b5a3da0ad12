import { expect, test } from 'vitest'
import { isAway } from '@/lib/platform/database/availability'

const withCode = (code: string) => Object.assign(new Error('x'), { code })

test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006', '57014'])(
  '%s means that the database is away or overloaded',
  (code) => {
    expect(isAway(withCode(code))).toBe(true)
    expect(isAway(new Error('wrapped', { cause: withCode(code) }))).toBe(true)
  },
)

test.each(['42601', '23505', '22P02', 'ENOENT'])('%s does not', (code) => expect(isAway(withCode(code))).toBe(false))

test('Prisma carries what PostgreSQL said', () => {
  const known = (originalCode: string) =>
    Object.assign(withCode('P2010'), { meta: { driverAdapterError: { cause: { originalCode } } } })
  expect([isAway(known('53100')), isAway(withCode('P1017')), isAway(known('23505'))]).toEqual([true, true, false])
})

test('a pool that has no connection to give means it too', () => {
  expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isAway('timeout')).toBe(false)
})
