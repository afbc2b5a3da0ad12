import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecoveryCode, recoveryCodes } from '@/lib/platform/auth/recovery'
import { base32, isValidTotp, totp, totpUri } from '@/lib/platform/auth/totp'

const SECRET = '12345678901234567890'

describe('codes of an app', () => {
  // The last six of the eight digits of RFC 6238, appendix B.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i are those of the standard', (second, code) => expect(totp(SECRET, second * 1000)).toBe(code))

  test('are taken from half a minute ago to half a minute ahead, and no others', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 2e12 }), fc.integer({ min: -6, max: 6 }), (now, steps) => {
        const code = totp(SECRET, now + steps * 30_000)
        // Another step may have the same code by chance.
        if (Math.abs(steps) <= 1) expect(isValidTotp(SECRET, code, now)).toBe(true)
        else if (![-1, 0, 1].some((one) => totp(SECRET, now + one * 30_000) === code))
          expect(isValidTotp(SECRET, code, now)).toBe(false)
      }),
    ))

  test('are refused when they are no six digits', () => {
    for (const code of ['', '28708', '2870820', '２８７０８２']) expect(isValidTotp(SECRET, code, 59_000)).toBe(false)
  })

  test('the secret is what apps expect', () => {
    expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(totpUri(SECRET, 'Local Record', 'a@b.example')).toBe(
      'otpauth://totp/Local%20Record:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Local%20Record&digits=6&period=30',
    )
  })
})

test('a recovery code is read however it was typed', () => {
  let at = 0
  const codes = recoveryCodes((below) => (at += 7) % below)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
      expect(readRecoveryCode(typed)).toBe(code)
    expect(readRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
  }
})
