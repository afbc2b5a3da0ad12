import { beforeEach, describe, expect, test } from 'vitest'
import { refund, signInLimits, consumeOrThrow, inviteLimits, consume } from '@/lib/platform/rate-limit/rate-limit'
import { clientKey } from '@/lib/platform/http/client-address'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'

const db = await testDatabase()
set('AUTH_SECRET', 'a secret of at least thirty-two letters')
beforeEach(() => db.pool.query('TRUNCATE admin_attempt'))

const OWNER = 'owner@admin.example'
const guess = (caller: string, { account = OWNER, device = null as string | null } = {}) =>
  signInLimits({ what: 'password', account, caller, device })

const tries = async (times: number, turns: () => ReturnType<typeof guess>) => {
  const waits: (number | null)[] = []
  for (let time = 0; time < times; time++) waits.push(await consume(turns()))
  return waits
}

describe('password guessing on one account', () => {
  test('is blocked for a client after eight attempts, with the minutes to wait', async () => {
    const waits = await tries(10, () => guess('198.51.100.1'))
    expect(waits.slice(0, 8)).toEqual(Array(8).fill(null))
    expect(waits.slice(8)).toEqual([15, 15])
  })

  test('is the same for an account that does not exist', async () => {
    const waits = await tries(10, () => guess('198.51.100.1', { account: 'nobody@admin.example' }))
    expect(waits.filter(Boolean)).toHaveLength(2)
  })

  test('from many addresses is throttled on all untrusted devices', async () => {
    for (let from = 0; from < 100; from++) expect(await consume(guess(`203.0.113.${from}`))).toBeNull()
    expect(await consume(guess('203.0.113.200'))).toBeGreaterThan(30)
  })

  test('by strangers never locks the owner out of a trusted device', async () => {
    for (let from = 0; from < 120; from++) await consume(guess(`203.0.113.${from}`))
    await tries(20, () => guess('198.51.100.1'))
    expect(await consume(guess('198.51.100.1', { device: 'the-owner’s' }))).toBeNull()
  })

  test('is limited on a trusted device too, for that device only', async () => {
    const waits = await tries(11, () => guess('198.51.100.1', { device: 'stolen' }))
    expect(waits.at(-1)).toBe(15)
    expect(await consume(guess('198.51.100.1', { device: 'another' }))).toBeNull()
  })

  test('in parallel gets no extra attempt', async () => {
    const waits = await Promise.all(Array.from({ length: 30 }, () => consume(guess('198.51.100.1'))))
    expect(waits.filter((wait) => wait === null)).toHaveLength(8)
  })
})

test('a client that tries many accounts is blocked, and others are not', async () => {
  const waits: (number | null)[] = []
  for (let at = 0; at < 41; at++) waits.push(await consume(guess('198.51.100.1', { account: `a${at}@admin.example` })))
  expect(waits.filter((wait) => wait !== null)).toEqual([15])
  expect(await consume(guess('198.51.100.2', { account: 'a1@admin.example' }))).toBeNull()
})

test('a successful sign-in does not count', async () => {
  for (let time = 0; time < 20; time++) {
    expect(await consume(guess('198.51.100.1'))).toBeNull()
    await refund(guess('198.51.100.1'))
  }
})

test('the wait ends, and its rows are deleted', async () => {
  await tries(9, () => guess('198.51.100.1'))
  await db.pool.query(`UPDATE admin_attempt SET until = now() - interval '1 second'`)
  expect(await consume(guess('198.51.100.1'))).toBeNull()
  await db.pool.query(`UPDATE admin_attempt SET until = now() - interval '1 second'`)
  await consume(inviteLimits('192.0.2.1'))
  expect((await db.pool.query('SELECT key FROM admin_attempt')).rows).toHaveLength(1)
})

test('the stored keys identify neither the client nor the account', async () => {
  await consume(guess('198.51.100.1'))
  const { rows } = await db.pool.query('SELECT * FROM admin_attempt')
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toMatch(/198\.51|admin\.example/)
})

test('a client address in a forged header is ignored', async () => {
  const forged = (address: string) =>
    clientKey({ headers: new Headers({ 'x-forwarded-for': address }) }, '198.51.100.1')
  const waits: (number | null)[] = []
  for (let at = 0; at < 9; at++) waits.push(await consume(guess(forged(`203.0.113.${at}`))))
  expect(waits.at(-1)).toBe(15)
})

test('a limit reports how long to wait', async () => {
  for (let time = 0; time < 20; time++) await consumeOrThrow(inviteLimits('192.0.2.1'))
  await expect(consumeOrThrow(inviteLimits('192.0.2.1'))).rejects.toThrow('accounts.wait?minutes=15')
})
