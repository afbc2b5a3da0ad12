import type { AddressInfo } from 'node:net'
import { posix } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openServer } from '@/server/http-server'
import { createRequestHandler } from '@/server/pipeline'
import { createResponseCache } from '@/server/stages/response-cache'
import { requestTarget } from '@/tests/fixtures/request-targets'
import { rawRequest, sendRaw } from '@/tests/fixtures/raw-request'
import { cases } from '@/tests/fixtures/thorough'
import { origin } from './origin'

let port = 0
const cache = createResponseCache()
const CSS = Buffer.from('body{}')
const asset = { type: 'text/css', isCompressible: true, bodies: { identity: CSS, br: CSS, gzip: CSS } }
const buildAssets = new Map([['/_next/static/a.css', asset]])
const handler = createRequestHandler(origin.handle, { https: false, onFailure: () => {}, cache, buildAssets })
const server = openServer((req, res) => void handler(req, res))
beforeAll(async () => {
  cache.setInvalidationAvailable(true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  cache.clear()
  origin.seen.length = 0
})

const ask = async (target: string) => (await sendRaw(port, rawRequest(target))).status

/** True if everything that reads this target reads the same path: a URL parser, one decoding, two, and a file system. */
function isNormal(target: string): boolean {
  const path = target.split('?', 1)[0]!
  try {
    const parsed = new URL(`http://localhost${target}`)
    const decoded = decodeURIComponent(path)
    const isSame = parsed.origin === 'http://localhost' && parsed.pathname === path && !parsed.hash
    const isPlain = path.startsWith('/') && !/[\\?#[\]\p{Cc}]/u.test(decoded) && posix.normalize(decoded) === decoded
    const isDecodedOnce =
      !/%[0-9a-f]{2}/i.test(decoded) && encodeURI(decoded).split('/').length === path.split('/').length
    return isSame && isPlain && isDecodedOnce
  } catch {
    return false
  }
}

test('a request target that is not normal is rejected before anything is decided by it', async () => {
  let reached = 0
  const property = fc.asyncProperty(requestTarget, async (target) => {
    origin.seen.length = 0
    cache.clear()
    const status = await ask(target)
    const expected = isNormal(target) && origin.seen.length ? [target] : []
    expect(origin.seen).toEqual(expected)
    reached += expected.length
    if (!isNormal(target)) expect([400, 404, 414]).toContain(status)
  })
  await fc.assert(property, cases(600))
  expect(reached).toBeGreaterThan(10)
})

test.each([
  '/_next/static/../../admin/people',
  '/_next/static/..%2f..%2fadmin/people',
  '/_next/static/%2e%2e/%2E%2E/admin/people',
  '/_next/static/%252e%252e/%252e%252e/admin',
  '/_next/static/..\\..\\admin',
  '/_next/static/./a.css',
  '/_next/static//a.css',
  '/_next/static/%61.css',
  '/tx/../admin',
  '/%61dmin',
  '/%2561dmin',
  '/admin%2fpeople',
  '/admin%5cpeople',
  '//admin',
  '//evil.example/admin',
  'http://localhost/admin',
  'http://evil.example/',
  'https:/admin',
  'admin',
  '*',
  '/admin#x',
  '/admin/%00',
  '/admin/%0d%0aSet-Cookie:a=1',
  '/[lang]/about',
  '/%5Blang%5D/about',
  '/tx?q=a#b',
  '/tx?q=\\',
  `/${'a'.repeat(9_000)}`,
])('%s is rejected', async (target) => {
  expect([400, 414]).toContain(await ask(target))
  expect(origin.seen).toEqual([])
  expect(cache.size).toBe(0)
})

test.each([
  '/',
  '/tx/el-paso',
  '/tx/el-paso/',
  '/statements?q=%C3%A1&state=TX',
  "/search?q=O'Hara|x{y}",
  '/statements.csv?q=%2e%2e%2f',
  '/?next=//evil.example/../admin',
  '/tx/Utqia%C4%A1vik',
  '/a~b,c;d=e:f@g!$(h)*+',
  '/100%25',
])('%s reaches the page', async (target) => {
  expect(await ask(target)).toBe(200)
  expect(origin.seen).toEqual([target])
})

test('any words reach the page under their encoded name', () =>
  fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[\p{L}\p{N} '!,()-]{1,12}$/u), async (words) => {
      const target = `/tx/${encodeURIComponent(words)}`
      origin.seen.length = 0
      cache.clear()
      expect([target, await ask(target)]).toEqual([target, 200])
      expect(origin.seen).toEqual([target])
    }),
    cases(40),
  ))
