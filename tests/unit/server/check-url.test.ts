import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateUrl, validateMethod } from '@/server/stages/check-url'
import { requestTarget } from '@/tests/fixtures/request-targets'

/** Includes lone surrogates and control characters. fast-check's own arbitrary for them takes a second to set up. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))

test.each([
  '/',
  '/tx/el-paso?topic=288g',
  '/es/statements.csv?q=%C3%A1',
  '/_next/static/a.js',
  '/?next=//evil.com',
  '/100%25',
])('%s is an address', (url) => expect(validateUrl(url)).toBeNull())

test.each([
  ...['/%E0%A4%A', '/%', '//evil.com', '/%2Fevil.com', '/\\evil.com', '/a\\b', '/a%00b', '/?q=%00', 'evil', ''],
  ...[
    '/a//b',
    '/a/../b',
    '/a/.',
    '/%2e%2E/a',
    '/%61',
    '/%5Ferror',
    '/%2561',
    '/a%2Fb',
    '/a%5cb',
    '/a%0ab',
    '/a#b',
    '/[a]',
  ],
  ...['http://localhost/', '*', '/%5Ba%5D', '/a|b', '/a"b', '/\u00e1', '/a b'],
])('%s is rejected as malformed', (url) => expect(validateUrl(url)).toMatchObject({ status: 400 }))

test.each(['/_global-error', '/_error', '/_', '/_next/image', '/_next/data/x/y.json', '/_next'])(
  '%s, an internal path of Next, returns 404',
  (url) => expect(validateUrl(url)).toMatchObject({ status: 404 }),
)

test('a very long URL is rejected', () => {
  expect(validateUrl(`/?q=${'a'.repeat(20_000)}`)).toMatchObject({ status: 414 })
})

test('any text gets a result', () => fc.assert(fc.property(anyText, (text) => void validateUrl(`/${text}`))))

test('a URL parser leaves every accepted path as it is', () =>
  fc.assert(
    fc.property(requestTarget, (target) => {
      const path = target.split('?', 1)[0]!
      if (validateUrl(target) === null) expect(new URL(target, 'http://localhost').pathname).toBe(path)
    }),
  ))

test('every accepted path can be decoded once and no more', () =>
  fc.assert(
    fc.property(fc.oneof(requestTarget, fc.string()), (text) => {
      if (validateUrl(`/${text}`) !== null) return
      const decoded = decodeURIComponent(`/${text}`.split('?')[0]!)
      expect(decoded).not.toMatch(/%[0-9a-f]{2}/i)
    }),
  ))

test('an unsupported method is rejected with Allow', () => {
  expect(validateMethod('GET', ['GET', 'HEAD'])).toBeNull()
  expect(validateMethod('POST', ['GET', 'HEAD'])).toMatchObject({ status: 405, allow: 'GET, HEAD' })
})
