import { describe, expect, test } from 'vitest'
import { routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { cacheControl, etagOf, isFresh, securityHeaders, vary } from '@/lib/platform/http/headers'

test('HSTS is sent only if the site has TLS', () => {
  expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security')
  expect(securityHeaders(true)).toHaveProperty('Strict-Transport-Security')
})

describe('caching', () => {
  const next = 'private, no-cache, no-store, max-age=0, must-revalidate'
  test('a public page may be shared', () => expect(cacheControl(next, 200, true)).toMatch(/^public, .*s-maxage=60/))
  test('a page’s own Cache-Control is kept', () => expect(cacheControl('no-store', 200, true)).toBe('no-store'))
  test('a failure is never kept', () => expect(cacheControl('public, max-age=60', 503, true)).toBe('no-store'))
  test('the admin area is never shared', () => expect(cacheControl(undefined, 200, false)).toBe('private, no-store'))
})

describe('versions', () => {
  const etag = etagOf(Buffer.from('a'))
  test('the same bytes have the same tag', () => expect(etagOf(Buffer.from('a'))).toBe(etag))
  test('other bytes have another', () => expect(etagOf(Buffer.from('b'))).not.toBe(etag))
  test.each([etag, `"x", ${etag}`, '*', etag.replace('W/', '')])('%s is fresh', (asked) =>
    expect(isFresh(asked, etag)).toBe(true),
  )
  test.each([undefined, '"x"', ''])('%s is not', (asked) => expect(isFresh(asked, etag)).toBe(false))
})

test('Vary lists a name once and omits navigation headers', () => {
  expect(vary(undefined, 'Accept-Encoding')).toBe('Accept-Encoding')
  expect(vary('Origin, accept-encoding', 'Accept-Encoding')).toBe('Origin, accept-encoding')
  expect(vary('rsc, next-router-state-tree, Origin', 'Accept-Encoding')).toBe('Origin, Accept-Encoding')
})

describe('areas', () => {
  test('pages are public, read-only and not framed', () => {
    expect(routePolicyFor('/tx/el-paso')).toMatchObject({
      public: true,
      methods: ['GET', 'HEAD'],
      frameAncestors: "'none'",
    })
    expect(routePolicyFor('/administrators')).toMatchObject({ public: true })
  })
  test.each(['/admin', '/admin/drafts', '/es/suggest/receipt'])('%s requires sign-in', (path) =>
    expect(routePolicyFor(path)).toMatchObject({ public: false }),
  )
  test.each(['/es/admin', '/es/api/v1', '/es/api/auth/sign-in'])(
    '%s is a page, because only pages are translated',
    (path) => expect(routePolicyFor(path)).toBe(routePolicyFor('/tx/el-paso')),
  )
  test('embeds may be framed, in both languages', () => {
    expect([routePolicyFor('/embed/map').frameAncestors, routePolicyFor('/es/embed/map').frameAncestors]).toEqual([
      '*',
      '*',
    ])
  })
})
