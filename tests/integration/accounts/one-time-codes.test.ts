import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  acceptSignInTotp,
  beginSecondFactor,
  confirmSecondFactor,
  pendingSecret,
} from '@/lib/platform/auth/second-factor'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { type Actor, SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { Invalid } from '@/lib/platform/errors/errors'
import { set } from '@/lib/platform/settings/settings'
import { cases } from '@/tests/fixtures/thorough'
import { authenticatorCode } from '@/tests/fixtures/authenticator'
import { testDatabase } from '../database'

const db = await testDatabase()
set('AUTH_SECRET', 'a secret of at least thirty-two letters')

const PASSWORD = 'four words for signing in'
const PERIOD = 30_000
const START = Date.UTC(2027, 0, 1)
const { token } = await invite(SYSTEM, { email: null, role: 'editor' })
const { id } = await acceptInvitation(VISITOR, { token, name: 'Ed', email: 'ed@admin.example', password: PASSWORD })
const ed: Actor = { id, role: 'editor' }
let secret = ''

/** This server's clock at a number of periods from the start. */
const at = (period: number) => vi.setSystemTime(START + period * PERIOD)
const codeOf = (period: number) => authenticatorCode(secret, START + period * PERIOD)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  at(0)
  await db.pool.query('TRUNCATE admin_two_factor, admin_attempt')
  await beginSecondFactor(ed, { password: PASSWORD })
  secret = (await pendingSecret(id))!
})
afterEach(() => void vi.useRealTimers())

const enroll = async () => confirmSecondFactor(ed, { session: 'x', code: await codeOf(0) })

test('the code that confirms a second factor opens no sign-in, and the next one does', async () => {
  await enroll()
  expect(await acceptSignInTotp(id, await codeOf(0))).toBe('used')
  expect(await acceptSignInTotp(id, await codeOf(-1))).toBe('used')
  expect(await acceptSignInTotp(id, await codeOf(1))).toBe('accepted')
})

test('a code that is sent several times at once is accepted once', async () => {
  await enroll()
  at(1)
  const code = await codeOf(1)
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => acceptSignInTotp(id, code)))
  expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1)
})

test('a rejected confirmation uses up no code', async () => {
  const wrong = (await codeOf(0)) === '000000' ? '000001' : '000000'
  await expect(confirmSecondFactor(ed, { session: 'x', code: wrong })).rejects.toThrow(Invalid)
  await enroll()
})

test('in any order of codes, only one of a later period than the last accepted one is accepted', async () => {
  await enroll()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ now: fc.integer({ min: 0, max: 8 }), offset: fc.integer({ min: -3, max: 3 }) }), {
        maxLength: 20,
      }),
      async (attempts) => {
        await db.pool.query('UPDATE admin_two_factor SET used_period = $1', [START / PERIOD])
        let last = 0
        for (const { now, offset } of attempts.toSorted((a, b) => a.now - b.now)) {
          at(now)
          const period = now + offset
          const isInTime = Math.abs(offset) <= 1
          const expected = !isInTime ? 'wrong' : period > last ? 'accepted' : 'used'
          expect(await acceptSignInTotp(id, await codeOf(period))).toBe(expected)
          if (expected === 'accepted') last = period
        }
      },
    ),
    cases(15),
  )
})
