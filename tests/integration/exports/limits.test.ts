import { expect, test } from 'vitest'
import { LIMITS, enforceApiLimit, told } from '@/lib/platform/api/api-limits'
import { testDatabase } from '../database'

const db = await testDatabase()
const from = (address: string) =>
  new Request('https://record.example/statements.csv', { headers: { 'x-forwarded-for': address } })
const noon = Date.UTC(2026, 10, 22, 12, 0, 15)

test('a rate-limited client gets Retry-After, and others are unaffected', async () => {
  for (let n = 0; n < LIMITS.export; n++) expect(enforceApiLimit(from('203.0.113.9'), 'export', noon)).toBeNull()
  const refused = enforceApiLimit(from('203.0.113.9'), 'export', noon)
  expect(refused?.status).toBe(429)
  expect(refused?.headers.get('retry-after')).toBe('45')
  expect(refused?.headers.get('cache-control')).toBe('no-store')
  expect(enforceApiLimit(from('203.0.113.10'), 'export', noon)).toBeNull()
  expect(enforceApiLimit(from('203.0.113.9'), 'read', noon)).toBeNull()
  expect(enforceApiLimit(from('203.0.113.9'), 'export', noon + 60_000)).toBeNull()
  await told()
})

test('the limiter stores no address and nothing longer than two minutes', async () => {
  for (let n = 0; n < 10; n++) enforceApiLimit(from('203.0.113.77'), 'read', noon + 600_000)
  await told()
  const { rows } = await db.pool.query('SELECT * FROM request_count')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('203')
})

test('all servers share the limit', async () => {
  const at = noon + 1_200_000
  for (let n = 0; n < 10; n++) enforceApiLimit(from('203.0.113.5'), 'export', at)
  await told()
  await db.pool.query('UPDATE request_count SET requests = 500')
  for (let n = 0; n < 10; n++) enforceApiLimit(from('203.0.113.5'), 'export', at)
  await told()
  expect(enforceApiLimit(from('203.0.113.5'), 'export', at)?.status).toBe(429)
})

test('a rejected request runs no further query', async () => {
  const at = noon + 1_800_000
  const ask = async (times: number) => {
    for (let n = 0; n < times; n++) enforceApiLimit(from('203.0.113.6'), 'export', at)
    await told()
    const { rows } = await db.pool.query('SELECT requests FROM request_count WHERE minute = $1', [
      new Date(at - 15_000),
    ])
    return rows
  }
  expect(await ask(LIMITS.export)).toEqual([{ requests: LIMITS.export }])
  await ask(10)
  expect(await ask(50)).toEqual(await ask(50))
})

test('the counts of many clients are written in one statement', async () => {
  const at = noon + 2_400_000
  for (let n = 0; n < 500; n++) enforceApiLimit(from(`203.0.113.${n % 50}`), 'read', at)
  await told()
  const { rows } = await db.pool.query('SELECT requests FROM request_count')
  expect(rows).toEqual(Array.from({ length: 50 }, () => ({ requests: 10 })))
})
