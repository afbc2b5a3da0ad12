import { createHash, createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { enforceApiLimit, told } from '@/lib/platform/api/api-limits'
import { OFFLINE_JOBS } from '@/lib/features/jobs'
import { counterKey, forgetCounterKey } from '@/lib/platform/rate-limit/counter-key'
import { deleteExpiredCounters } from '@/lib/platform/rate-limit/delete-expired-counters'
import { consume, inviteLimits } from '@/lib/platform/rate-limit/rate-limit'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'

const db = await testDatabase()
const SECRET = 'a secret of at least thirty-two letters'
set('AUTH_SECRET', SECRET)
const ADDRESS = '203.0.113.77'
const minute = Math.floor(Date.now() / 60_000) + 5

beforeEach(async () => {
  await db.pool.query('TRUNCATE admin_attempt, request_count, counter_key')
  forgetCounterKey()
})

const count = async () => {
  const request = new Request('https://record.example/', { headers: { 'x-forwarded-for': ADDRESS } })
  for (let n = 0; n < 10; n++) enforceApiLimit(request, 'read', minute * 60_000)
  await told()
  await consume(inviteLimits(ADDRESS))
}

const rowsOf = async (table: string) => (await db.pool.query(`SELECT * FROM ${table}`)).rows
const stored = async (): Promise<string[]> =>
  (await db.pool.query('SELECT caller AS key FROM request_count UNION ALL SELECT key FROM admin_attempt')).rows.map(
    ({ key }) => key,
  )

describe('a stored counter', () => {
  test('is found by trying every address neither without the day’s key nor without AUTH_SECRET', async () => {
    await count()
    const keys = await stored()
    expect(keys).toHaveLength(2)
    const [{ key: dayKey }] = await rowsOf('counter_key')
    for (let last = 0; last < 256; last++) {
      const address = `203.0.113.${last}`
      for (const text of [
        address,
        `${minute} ${address}`,
        JSON.stringify(['link', address]),
        JSON.stringify([minute, address]),
      ])
        for (const hash of [
          createHash('sha256').update(text).digest('base64url'),
          createHmac('sha256', SECRET).update(text).digest('base64url'),
          createHmac('sha256', dayKey).update(text).digest('base64url'),
        ])
          expect(keys.some((key) => key === hash || key === hash.slice(0, 22))).toBe(false)
    }
    // Whoever has both can: that is why the key is deleted.
    expect(keys).toContain(await counterKey('link', ADDRESS))
  })

  test('has the same key on every server of a day, and another the next day', async () => {
    const first = await counterKey('link', ADDRESS)
    forgetCounterKey() // another server
    expect(await counterKey('link', ADDRESS)).toBe(first)
    expect(await rowsOf('counter_key')).toHaveLength(1)
    await db.pool.query('UPDATE counter_key SET day = day - 1')
    forgetCounterKey()
    expect(await counterKey('link', ADDRESS)).not.toBe(first)
    expect(await rowsOf('counter_key')).toHaveLength(1)
  })

  test('of several servers that start at once has one key', async () => {
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => {
        forgetCounterKey()
        return counterKey('link', ADDRESS)
      }),
    )
    expect(new Set(keys).size).toBe(1)
  })
})

describe('the scheduled deletion', () => {
  test('runs every minute, on one of the servers that run jobs', () => {
    expect(OFFLINE_JOBS['delete-expired-counters']?.every).toBe('* * * * *')
  })

  test('deletes counters whose time is over, and the keys of earlier days, and nothing else', async () => {
    await count()
    await db.pool.query(`
      INSERT INTO admin_attempt (key, tries, until) VALUES ('over', 1, now() - interval '1 second');
      INSERT INTO request_count (caller, kind, minute, requests)
      VALUES ('over', 'read', now() - interval '121 seconds', 1), ('not yet', 'read', now() - interval '110 seconds', 1);
      INSERT INTO counter_key (day, key) VALUES (now()::date - 1, 'x'), (now()::date - 400, 'x')`)
    await OFFLINE_JOBS['delete-expired-counters']!.work()
    const left = await stored()
    expect(left).not.toContain('over')
    expect(left).toContain('not yet')
    expect(left).toHaveLength(3)
    expect(await rowsOf('counter_key')).toHaveLength(1)
  })

  test('leaves no counter once all times are over', async () => {
    await count()
    await db.pool.query(`
      UPDATE admin_attempt SET until = now() - interval '1 hour';
      UPDATE request_count SET minute = now() - interval '1 hour'`)
    await deleteExpiredCounters()
    expect(await stored()).toEqual([])
  })
})

test('the key is written neither to the WAL nor to a replica', async () => {
  const { rows } = await db.pool.query(`SELECT relpersistence FROM pg_class WHERE relname = 'counter_key'`)
  expect(rows).toEqual([{ relpersistence: 'u' }])
})
