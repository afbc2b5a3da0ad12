import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFormToken, createFormToken } from '@/lib/features/suggestions/form-token'
import { Receipt } from '@/lib/features/suggestions/suggestion'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two letters')
const CONTENT = { text: 'It was the sixth.' }
const NOW = 1_800_000_000_000

describe('the form token', () => {
  test('is valid from two seconds to two hours after review, and contains a receipt', () => {
    const made = createFormToken(CONTENT, NOW)
    expect(readFormToken(made, CONTENT, NOW + 1_999)).toEqual({ fits: false, because: 'early' })
    expect(readFormToken(made, CONTENT, NOW + 7_200_001)).toEqual({ fits: false, because: 'late' })
    const read = readFormToken(made, CONTENT, NOW + 2_000)
    expect(read.fits && Receipt.safeParse(read.receipt).success).toBe(true)
    expect(readFormToken(made, CONTENT, NOW + 3_000)).toEqual(read)
  })
  test('is valid for its content only', () => {
    expect(readFormToken(createFormToken(CONTENT, NOW), { text: 'It was the fifth.' }, NOW + 5_000)).toMatchObject({
      fits: false,
    })
  })
  test('cannot be forged', () =>
    fc.assert(
      fc.property(fc.string(), fc.nat(), (given, later) => {
        expect(readFormToken(given, CONTENT, NOW + later)).toEqual({ fits: false, because: 'forged' })
      }),
    ))
  test('cannot be backdated', () => {
    const [, ...rest] = createFormToken(CONTENT, NOW).split('.')
    expect(readFormToken([NOW - 10_000, ...rest].join('.'), CONTENT, NOW)).toEqual({ fits: false, because: 'forged' })
  })
})
