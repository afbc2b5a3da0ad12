import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createChallenge } from '@/lib/platform/auth/proof-of-work'
import { beginAttempt } from '@/lib/platform/auth/sign-in-attempt'
import { solveWork } from '@/lib/platform/auth/solve-work'
import { consume, consumeOrThrow, inviteLimits } from '@/lib/platform/rate-limit/rate-limit'
import { clientKey } from '@/lib/platform/http/client-address'
import { set } from '@/lib/platform/settings/settings'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'

const db = await testDatabase()
set('AUTH_SECRET', 'a secret of at least thirty-two letters')
beforeEach(() => db.pool.query('TRUNCATE admin_attempt'))

const OWNER = 'owner@admin.example'
type Options = { account?: string; device?: string | null; what?: 'password' | 'code'; proof?: string }

const guess = (caller: string, { account = OWNER, device = null, what = 'password', proof }: Options = {}) =>
  beginAttempt({ what, account, caller, device }, proof)

/** What an attempt may do, and the minutes where it has to wait. */
const outcome = async (caller: string, options?: Options): Promise<string> => {
  const attempt = await guess(caller, options)
  return attempt.may === 'wait' ? `wait ${attempt.minutes}` : attempt.may
}

const tries = async (times: number, caller: string, options?: Options) => {
  const outcomes: string[] = []
  for (let time = 0; time < times; time++) outcomes.push(await outcome(caller, options))
  return outcomes
}

/** Uses up the attempts of an account from many addresses. */
const exhaust = async (options?: Options) => {
  for (let from = 0; from < 100; from++) expect(await outcome(`203.0.113.${from}`, options)).toBe('try')
}

describe('password guessing on one account', () => {
  test('is blocked for a client after eight attempts, with the minutes to wait', async () => {
    const outcomes = await tries(10, '198.51.100.1')
    expect(outcomes.slice(0, 8)).toEqual(Array(8).fill('try'))
    expect(outcomes.slice(8)).toEqual(['wait 15', 'wait 15'])
  })

  test('is the same for an account that does not exist', async () => {
    const account = 'nobody@admin.example'
    expect((await tries(10, '198.51.100.1', { account })).filter((one) => one !== 'try')).toHaveLength(2)
    await db.pool.query('TRUNCATE admin_attempt')
    await exhaust({ account })
    expect(await outcome('203.0.113.200', { account })).toBe('work')
  })

  test('from many addresses costs a proof of work on all untrusted devices', async () => {
    await exhaust()
    for (let from = 0; from < 20; from++) expect(await outcome(`198.51.100.${from}`)).toBe('work')
    for (const proof of ['', 'x', 'a.18.1.b:0', `${createChallenge('other@admin.example', 0)}:0`])
      expect(await outcome('192.0.2.1', { proof }), proof).toBe('work')
  })

  test('by strangers never locks the owner out of a trusted device', async () => {
    await exhaust()
    await tries(20, '198.51.100.1')
    expect(await outcome('198.51.100.1', { device: 'the-owner’s' })).toBe('try')
  })

  test('is limited on a trusted device too, for that device only', async () => {
    expect((await tries(11, '198.51.100.1', { device: 'stolen' })).at(-1)).toBe('wait 15')
    expect(await outcome('198.51.100.1', { device: 'another' })).toBe('try')
  })

  test('in parallel gets no extra attempt', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcome('198.51.100.1')))
    expect(outcomes.filter((one) => one === 'try')).toHaveLength(8)
  })
})

test('codes from many addresses are blocked: only who knows the password is asked for one', async () => {
  await exhaust({ what: 'code' })
  expect(await outcome('198.51.100.1', { what: 'code' })).toMatch(/^wait (5\d|60)$/)
})

describe('a proof of work', () => {
  const solved = async (bits = 4, account = OWNER) => (await solveWork(createChallenge(account, bits)))!

  test('opens one attempt, for its account only', async () => {
    await exhaust()
    const proof = await solved()
    expect(await outcome('198.51.100.1', { proof })).toBe('try')
    expect(await outcome('198.51.100.2', { proof })).toBe('work')
    expect(await outcome('198.51.100.3', { proof: await solved(4, 'other@admin.example') })).toBe('work')
    const twice = await solved()
    const both = await Promise.all(['198.51.100.4', '198.51.100.5'].map((caller) => outcome(caller, { proof: twice })))
    expect(both.toSorted()).toEqual(['try', 'work'])
  })

  test('is rejected with any character of its challenge changed, or with less work', async () => {
    await exhaust()
    const proof = await solved(12)
    const challengeLength = proof.indexOf(':')
    await fc.assert(
      fc.asyncProperty(fc.nat(challengeLength - 1), fc.constantFrom(...'0a9.:Z'), async (at, sign) => {
        const changed = proof.slice(0, at) + sign + proof.slice(at + 1)
        fc.pre(changed !== proof)
        expect(await outcome('198.51.100.1', { proof: changed })).toBe('work')
      }),
      { numRuns: 40 },
    )
    const challenge = createChallenge(OWNER, 60)
    for (let number = 0; number < 20; number++)
      expect(await outcome('198.51.100.1', { proof: `${challenge}:${number}` })).toBe('work')
    expect(await outcome('198.51.100.1', { proof })).toBe('try')
  })

  test('asks for more the more attempts are made, up to a bound', async () => {
    await exhaust()
    const bitsAfter = async (used: number) => {
      await db.pool.query('UPDATE admin_attempt SET tries = $1 WHERE tries >= 100', [used])
      const attempt = await guess('198.51.100.1')
      return attempt.may === 'work' ? Number(attempt.challenge.split('.')[1]) : null
    }
    expect([await bitsAfter(100), await bitsAfter(200), await bitsAfter(1_000_000)]).toEqual([18, 19, 21])
  })
})

// The owner’s proofs are solved for real, so there are few runs.
test('whatever strangers guess, the owner gets in from a new browser and address', async () => {
  const stranger = fc.record({
    caller: fc.nat(40).map((from) => `203.0.113.${from}`),
    account: fc.constantFrom(OWNER, OWNER, OWNER, OWNER, OWNER, 'other@admin.example'),
    proof: fc.constantFrom('', 'x', `${createChallenge(OWNER, 1)}:1`, `${createChallenge(OWNER, 0)}:0`),
  })
  let owners = 0
  await fc.assert(
    fc.asyncProperty(fc.array(stranger, { minLength: 130, maxLength: 180 }), async (guesses) => {
      await db.pool.query('TRUNCATE admin_attempt')
      await Promise.all(guesses.map(({ caller, ...options }) => guess(caller, options)))
      const home = `198.51.100.${owners++ % 250}`
      let attempt = await guess(home)
      if (attempt.may === 'work') attempt = await guess(home, { proof: (await solveWork(attempt.challenge))! })
      expect(attempt.may).toBe('try')
    }),
    cases(2),
  )
})

test('a client that tries many accounts is blocked, and others are not', async () => {
  const outcomes: string[] = []
  for (let at = 0; at < 41; at++) outcomes.push(await outcome('198.51.100.1', { account: `a${at}@admin.example` }))
  expect(outcomes.filter((one) => one !== 'try')).toEqual(['wait 15'])
  expect(await outcome('198.51.100.2', { account: 'a1@admin.example' })).toBe('try')
})

test('a successful sign-in does not count', async () => {
  for (let time = 0; time < 20; time++) {
    const attempt = await guess('198.51.100.1')
    if (attempt.may !== 'try') throw new Error('It is rejected.')
    await attempt.succeed()
  }
})

test('the wait ends, and its rows are deleted', async () => {
  await tries(9, '198.51.100.1')
  await db.pool.query(`UPDATE admin_attempt SET until = now() - interval '1 second'`)
  expect(await outcome('198.51.100.1')).toBe('try')
  await db.pool.query(`UPDATE admin_attempt SET until = now() - interval '1 second'`)
  await consume(inviteLimits('192.0.2.1'))
  expect((await db.pool.query('SELECT key FROM admin_attempt')).rows).toHaveLength(1)
})

test('the stored keys identify neither the client nor the account', async () => {
  await guess('198.51.100.1')
  const { rows } = await db.pool.query('SELECT * FROM admin_attempt')
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toMatch(/198\.51|admin\.example/)
})

test('a client address in a forged header is ignored', async () => {
  const forged = (address: string) =>
    clientKey({ headers: new Headers({ 'x-forwarded-for': address }) }, '198.51.100.1')
  const outcomes: string[] = []
  for (let at = 0; at < 9; at++) outcomes.push(await outcome(forged(`203.0.113.${at}`)))
  expect(outcomes.at(-1)).toBe('wait 15')
})

test('a limit reports how long to wait', async () => {
  for (let time = 0; time < 20; time++) await consumeOrThrow(inviteLimits('192.0.2.1'))
  await expect(consumeOrThrow(inviteLimits('192.0.2.1'))).rejects.toThrow('accounts.wait?minutes=15')
})
