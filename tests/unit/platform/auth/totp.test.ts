import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readRecoveryCode, recoveryCodes } from '@/lib/platform/auth/recovery'
import { totpPeriod, totpSecretText, totpUri } from '@/lib/platform/auth/totp'
import { authenticatorCode } from '@/tests/fixtures/authenticator'

const SECRET = '12345678901234567890'

describe('codes of an authenticator app', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  // The last six of the eight digits of RFC 6238, appendix B.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i match the standard', async (second, code) => {
    vi.setSystemTime(second * 1000)
    expect(await authenticatorCode(SECRET)).toBe(code)
    expect(await totpPeriod(SECRET, code)).toBe(Math.floor(second / 30))
  })

  test('are accepted only up to thirty seconds early or late', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1e12, max: 2e12 }), fc.integer({ min: -6, max: 6 }), async (now, steps) => {
        vi.setSystemTime(now)
        const code = await authenticatorCode(SECRET, now + steps * 30_000)
        const near = await Promise.all([-1, 0, 1].map((step) => authenticatorCode(SECRET, now + step * 30_000)))
        const current = Math.floor(now / 30_000)
        // Another period may have the same code by chance.
        const found = near.lastIndexOf(code)
        expect(await totpPeriod(SECRET, code)).toBe(found < 0 ? null : current + found - 1)
        if (Math.abs(steps) <= 1) expect(found).toBeGreaterThanOrEqual(0)
      }),
    ))

  test('are rejected when they are not six digits', async () => {
    vi.setSystemTime(59_000)
    for (const code of ['', '28708', '2870820', '２８７０８２']) expect(await totpPeriod(SECRET, code)).toBeNull()
  })

  test('the secret is what apps expect', () => {
    expect(totpSecretText(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(totpUri(SECRET, 'Local Record', 'a@b.example')).toBe(
      'otpauth://totp/Local%20Record:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Local%20Record&digits=6&period=30',
    )
  })
})

test('a recovery code is accepted in any case and spacing', () => {
  let at = 0
  const codes = recoveryCodes((below) => (at += 7) % below)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
      expect(readRecoveryCode(typed)).toBe(code)
    expect(readRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
  }
})
