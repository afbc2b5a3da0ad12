import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { set } from '@/lib/platform/settings/settings'
import { validateHost } from '@/server/stages/check-host'

const { SITE_URL = '', ALLOWED_HOSTS = '', HOST = '' } = process.env
beforeAll(() => {
  set('SITE_URL', 'https://record.example')
  set('ALLOWED_HOSTS', 'www.record.example, old-name.example [2001:db8::7]')
  set('HOST', '192.168.0.7')
})
afterAll(() => {
  set('SITE_URL', SITE_URL)
  set('ALLOWED_HOSTS', ALLOWED_HOSTS)
  set('HOST', HOST)
})

const statusOf = (...hosts: string[]) =>
  validateHost({ headers: { host: hosts[0] }, rawHeaders: hosts.flatMap((host) => ['Host', host]) })?.status

const OURS = ['record.example', 'www.record.example', 'old-name.example', '[2001:db8::7]', '192.168.0.7']
const LOOPBACK = ['localhost', 'app.localhost', '127.0.0.1', '127.1.2.3', '[::1]']
const port = fc.option(fc.integer({ min: 0, max: 65_535 }), { nil: undefined })
const withPort = (name: string, number: number | undefined) => (number === undefined ? name : `${name}:${number}`)
const mixedCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) => [...name].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''))

describe('the Host header', () => {
  test('may be any of our names, in any case, with any port and a final dot', () => {
    const host = fc.constantFrom(...OURS, ...LOOPBACK).chain(mixedCase)
    fc.assert(
      fc.property(host, port, (name, number) => {
        expect(statusOf(withPort(name, number))).toBeUndefined()
      }),
    )
    expect(statusOf('record.example.')).toBeUndefined()
  })

  test('of any other name is rejected: names around ours, and names made up', () => {
    const label = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
    const foreign = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
      fc.tuple(fc.constantFrom(...OURS, ...LOOPBACK), label).map(([ours, more]) => `${ours}.${more}`),
      fc.tuple(fc.constantFrom(...OURS), label).map(([ours, more]) => `${more}.${ours}`),
      fc.tuple(fc.constantFrom(...OURS, ...LOOPBACK), label).map(([ours, more]) => `${more}${ours}`),
    )
    const isOurs = (name: string) => [...OURS, ...LOOPBACK].includes(name) || /^127\.|\.localhost$|^\[::1\]$/.test(name)
    fc.assert(
      fc.property(foreign, port, (name, number) => {
        fc.pre(!isOurs(name.toLowerCase()) || /^127\..*[a-z-]/i.test(name))
        expect([400, 421]).toContain(statusOf(withPort(name, number)))
      }),
    )
  })

  test('that is missing, repeated or malformed is rejected, whatever name is in it', () => {
    expect(validateHost({ headers: {}, rawHeaders: [] })?.status).toBe(400)
    expect(statusOf('record.example', 'evil.example')).toBe(400)
    expect(statusOf('record.example', 'record.example')).toBe(400)
    const mark = fc.constantFrom('@', '/', '\\', '?', '#', ' ', ',', '\t', '[', ']', ':x', '::', '%40')
    fc.assert(
      fc.property(
        fc.constantFrom(...OURS, ...LOOPBACK),
        mark,
        fc.constantFrom('', 'evil.example', '80'),
        (name, sign, more) => {
          expect([400, 421]).toContain(statusOf(`${name}${sign}${more}`))
          expect([400, 421]).toContain(statusOf(`${more}${sign}${name}`))
        },
      ),
    )
  })
})
