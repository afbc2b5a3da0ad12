import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateUrl, validateMethod } from '@/server/stages/check-url'

/** Includes lone surrogates and control characters. fast-check's own arbitrary for them takes a second to set up. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))

test.each([
  '/',
  '/tx/el-paso?topic=288g',
  '/es/statements.csv?q=%C3%A1',
  '/a//b',
  '/_next/static/a.js',
  '/?next=//evil.com',
  '/100%25',
])('%s is an address', (url) => expect(validateUrl(url)).toBeNull())

test.each(['/%E0%A4%A', '/%', '//evil.com', '/%2Fevil.com', '/\\evil.com', '/a\\b', '/a%00b', '/?q=%00', 'evil', ''])(
  '%s is rejected as malformed',
  (url) => expect(validateUrl(url)).toMatchObject({ status: 400 }),
)

test.each(['/_global-error', '/%5Ferror', '/_'])('%s, an internal path of Next, returns 404', (url) =>
  expect(validateUrl(url)).toMatchObject({ status: 404 }),
)

test('a very long URL is rejected', () => {
  expect(validateUrl(`/?q=${'a'.repeat(20_000)}`)).toMatchObject({ status: 414 })
})

test('any text gets a result', () => fc.assert(fc.property(anyText, (text) => void validateUrl(`/${text}`))))

test('every accepted path can be decoded', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (validateUrl(`/${text}`) === null) decodeURIComponent(`/${text}`.split('?')[0]!)
    }),
  ))

test('an unsupported method is rejected with Allow', () => {
  expect(validateMethod('GET', ['GET', 'HEAD'])).toBeNull()
  expect(validateMethod('POST', ['GET', 'HEAD'])).toMatchObject({ status: 405, allow: 'GET, HEAD' })
})
