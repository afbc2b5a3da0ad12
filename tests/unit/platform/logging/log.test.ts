import { Writable } from 'node:stream'
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
