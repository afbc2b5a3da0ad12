import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SITE_WORDS, isGuessable } from '@/lib/platform/auth/guessable-password'

const person = { name: 'Ana María Peña', email: 'ampena@county.example' }
const guessable = (password: string) => isGuessable(password, person)

describe('a password', () => {
  test.each([
    ...[
      'password1234',
      'Passw0rd!2026',
      'p@$$w0rd-p@$$w0rd',
      'qwertyuiop12',
      '1234567890123',
      'aaaaaaaaaaaaaa',
      'abcabcabcabcabc',
    ],
    ...[
      'iloveyou12345',
      'welcome_2026_!',
      'contraseña2026',
      'letmein letmein',
      'zxcvbnm,./123',
      'Summer2026Summer',
      '!!!!!!!!!!!!!',
    ],
    ...[
      'AnaMaria2026!',
      'ampena@county',
      'Peña Peña Peña 1',
      'LocalRecord2026',
      'local-record-admin',
      'qazwsxedcrfv12',
    ],
  ])('is refused that is guessed early: %j', (password) => {
    expect(password.length).toBeGreaterThanOrEqual(12)
    expect(guessable(password)).toBe(true)
  })

  test.each([
    ...['four words for signing in', 'correct horse battery staple', 'x7Kq-29vd-Lm3z', 'un perro azul canta tarde'],
    ...['Ana corre por el monte frio', 'mypasswordisverylongindeed'],
  ])('is accepted that has enough besides: %j', (password) => expect(guessable(password)).toBe(false))

  test('of random characters is accepted, whoever chose it', () => {
    const random = fc.string({
      unit: fc.constantFrom(...'bcdfghjkmnpqrtvwxz2689BCDFGHJKMNPQRTVWXZ#%&*+='),
      minLength: 16,
      maxLength: 128,
    })
    fc.assert(
      fc.property(
        random.filter((one) => new Set(one.toLowerCase()).size > 8),
        (password) => !guessable(password),
      ),
    )
  })

  test('that is put together of common words, the person’s and the site’s is refused, however it is written', () => {
    const word = fc.constantFrom('password', 'welcome', 'monkey', 'peña', 'ampena', 'county', ...SITE_WORDS)
    const cased = fc.tuple(word, fc.boolean()).map(([one, upper]) => (upper ? one.toUpperCase() : one))
    const end = fc.constantFrom('', '1', '123', '2026', '!', '1234', '!!!')
    fc.assert(
      fc.property(fc.array(cased, { minLength: 1, maxLength: 3 }), end, (words, tail) =>
        guessable(words.join('-') + tail),
      ),
    )
  })

  test('of any characters is read to its end', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 128 }), (one) => typeof guessable(one) === 'boolean'))
  })
})
