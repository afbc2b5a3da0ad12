import { expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'

const withCode = (code: string) => Object.assign(new Error('x'), { code })

test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006', '57014'])(
  '%s means that the database is unavailable or overloaded',
  (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(true)
    expect(isDatabaseUnavailable(new Error('wrapped', { cause: withCode(code) }))).toBe(true)
  },
)

test.each(['42601', '23505', '22P02', 'ENOENT'])('%s does not', (code) =>
  expect(isDatabaseUnavailable(withCode(code))).toBe(false),
)

test('a Prisma error carries the PostgreSQL error code', () => {
  const known = (originalCode: string) =>
    Object.assign(withCode('P2010'), { meta: { driverAdapterError: { cause: { originalCode } } } })
  expect([
    isDatabaseUnavailable(known('53100')),
    isDatabaseUnavailable(withCode('P1017')),
    isDatabaseUnavailable(known('23505')),
  ]).toEqual([true, true, false])
})

test('an exhausted pool also means unavailable', () => {
  expect(isDatabaseUnavailable(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isDatabaseUnavailable('timeout')).toBe(false)
})
