import { Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked, openLog } from '@/lib/platform/logging/log'

const written = (error: unknown, words = 'request failed'): string => {
  let text = ''
  const to = new Writable({ write: (chunk, _, done) => ((text += chunk), done()) })
  openLog('info', to).error({ err: error, path: '/x\n{"level":60}\u001b[31m' }, words)
  return text
}

test('any error is logged as one line of JSON without request content', () => {
  const secret = 'Zaunkoenig'
  const hostile = `${secret}"\n{"level":60,"msg":"${secret}"}\n    at ${secret} (x.ts:1:1)\u001b[2J\u009b31m`
  const unreadable = (() => {
    try {
      return JSON.parse(`{"password": ${secret}`)
    } catch (error) {
      return error
    }
  })()
  const failures = [
    unreadable,
    Object.assign(new Error(`duplicate key value violates "${secret}"`), {
      detail: `Key (email)=(${secret}@admin.example) already exists.`,
      where: secret,
      parameters: [secret],
      code: '23505',
    }),
    new Error(`value \`${hostile}\``),
    new Error(`for ${secret}@admin.example at https://x.example/?token=${secret}`, {
      cause: new Error(`'${hostile}'`),
    }),
    hostile,
    { email: secret },
  ]
  for (const failure of failures) {
    const text = written(failure)
    expect(text.split('\n')).toHaveLength(2)
    expect(JSON.parse(text)).toMatchObject({ level: 50, msg: 'request failed' })
    expect(text).not.toContain(secret)
  }
})

test('an error’s log line has its message and location', () => {
  const { err } = JSON.parse(written(new TypeError("can't read a date of the request, and didn't try"))) as {
    err: { type: string; message: string; at: string[] }
  }
  expect([err.type, err.message]).toEqual(['TypeError', "can't read a date of the request, and didn't try"])
  expect(err.at[0]).toContain('log.test.ts')
  expect(masked('no table "person" in /var/lib')).toBe('no table … in /var/lib')
})

const SECRET = 'zaunkoenig'
const MARKS = ['"', '`', '“', '”', "'", ' ', '\n', 'a', '.', '@', '?', '/', 'not']
const around = fc.array(fc.constantFrom(...MARKS), { maxLength: 30 }).map((marks) => marks.join(''))

test('what stands in quotation marks, beside an @ or in a query is not logged, wherever other marks stand', () => {
  const hidden = fc.constantFrom(
    `"${SECRET}"`,
    `“${SECRET}”`,
    ` '${SECRET}'`,
    ` ${SECRET}@x.example `,
    ` /x?a=${SECRET} `,
  )
  fc.assert(
    fc.property(around, hidden, around, fc.nat(20_000), (before, secret, after, length) => {
      for (const text of [before + secret + after, `${before}${secret}${'x '.repeat(length)}${after}`])
        expect(masked(text)).not.toContain(SECRET)
      // A part of it must not show either where the text is too long to be read as a whole.
      expect(masked(`“${'x '.repeat(length)}${SECRET}”`)).not.toContain('x')
    }),
  )
})

test('a message of a million characters is masked like a short one, whatever it repeats', () => {
  for (const piece of ['“', '"', '`', " '", 'a', '@', '?', 'a@', '“a ', "'a'", '\u0000', 'a?'])
    expect(masked(piece.repeat(1_000_000)).length, piece).toBeLessThanOrEqual(300)
})

test('errors that name each other as their cause are logged', () => {
  const one = new Error('one')
  one.cause = new Error('other', { cause: one })
  expect(JSON.parse(written(one))).toMatchObject({ err: { cause: { message: 'other', cause: { message: 'one' } } } })
})
