import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer } from '@/server/http-server'
import { createRequestHandler } from '@/server/pipeline'
import { createRouteMatcher } from '@/server/route-matcher'
import { createResponseCache } from '@/server/stages/response-cache'
import { headerNames } from '@/tests/fixtures/header-names'
import { type RawAnswer, rawRequest, sendRaw } from '@/tests/fixtures/raw-request'
import { cases } from '@/tests/fixtures/thorough'
import { origin } from './origin'

const CSS = Buffer.from('body{color:black}'.repeat(400))
const bodies = { identity: CSS, br: brotliCompressSync(CSS), gzip: gzipSync(CSS) }
const buildAssets = new Map([['/_next/static/a.css', { type: 'text/css', isCompressible: true, bodies }]])
const findRoute = createRouteMatcher([
  ['/api/v1/found', { GET: async (request: Request) => Response.json({ tag: request.headers.get('accept') }) }],
  ['/api/v1/[id]', { GET: async () => Response.json({}, { status: 404 }) }],
])

let port = 0
const cache = createResponseCache()
const options = { https: false, onFailure: () => {}, cache, buildAssets, findRoute }
const handler = createRequestHandler(origin.handle, options)
const server = openServer((req, res) => void handler(req, res))
server.on('upgrade', (_req, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'))
beforeAll(async () => {
  cache.setInvalidationAvailable(true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** What a reader without special headers gets. Dates, request ids and nonces differ each time. */
const read = async (path: string) => shown(await sendRaw(port, rawRequest(path)))
const shown = ({ status, headers, body }: RawAnswer) => {
  const { date: _date, 'x-request-id': _id, 'content-security-policy': policy = '', ...rest } = headers
  return { status, headers: { ...rest, policy: policy.replace(/'nonce-[^']+'/, '') }, body: body.toString() }
}

const KINDS: [kind: string, path: string, status: number][] = [
  ['a page', '/tx', 200],
  ['a page with a query', '/statements?topic=detainers', 200],
  ['a page in Spanish', '/es/tx', 200],
  ['a missing page', '/missing', 404],
  ['a withdrawn page', '/gone', 410],
  ['a page that moved', '/moved', 308],
  ['a page that moved for good', '/moved-for-good', 301],
  ['a page that redirects', '/redirects', 307],
  ['a page that fails', '/fails', 500],
  ['a page without a database', '/without-database', 503],
  ['a download', '/statements.csv', 200],
  ['a feed', '/statements.atom', 200],
  ['an embed', '/embed/map', 200],
  ['a static file', '/robots.txt', 200],
  ['an API response', '/api/v1/found', 200],
  ['a missing API response', '/api/v1/missing', 404],
  ['a build asset', '/_next/static/a.css', 200],
  ['a missing build asset', '/_next/static/b.css', 404],
  ['a page of the admin area', '/admin', 200],
]

const ODD = [
  ...[
    '',
    '*',
    '"v1"',
    'W/"v1"',
    'bytes=0-10',
    'bytes=-5',
    'bytes=0-0,-1',
    'bytes=9-0',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ],
  ...[
    'Fri, 01 Jan 2100 00:00:00 GMT',
    'gzip',
    'br;q=0',
    'es',
    'text/x-component',
    'application/json',
    '1',
    '-1',
    'true',
  ],
  ...['GET', 'POST', '/admin/people', 'evil.example', 'https://evil.example/', 'close', 'websocket', '100-continue'],
  ...[
    "script-src 'nonce-x'",
    'chunked',
    'host=evil.example;proto=http',
    'admin.session_token=x.y',
    'image',
    'navigate',
  ],
]
const value = fc.oneof(fc.constantFrom(...ODD), fc.stringMatching(/^[\x21-\x7e]{0,40}$/))
const name = fc.oneof(fc.constantFrom(...headerNames()), fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/))
const headers = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 })

/** A header may have a request rejected, and a client that has this version is told so. Nothing else may change. */
const REJECTED = [400, 403, 405, 411, 413, 417, 421, 431]

describe.each(KINDS)('%s', (kind, path, status) => {
  test('is the same for the next reader and for the sender, whatever headers are sent', async () => {
    cache.clear()
    const clean = await read(path)
    expect(clean.status).toBe(status)
    const property = fc.asyncProperty(headers, async (sent) => {
      cache.clear()
      const first = await sendRaw(port, rawRequest(path, sent))
      expect(await read(path)).toEqual(clean)
      if (kind === 'a page of the admin area') return // It may depend on what its reader sends.
      const isConditional = sent.some(([name]) => name === 'if-none-match')
      if (first.status === clean.status) expect(first.body.toString()).toBe(clean.body)
      else expect([...REJECTED, ...(isConditional ? [304] : [])]).toContain(first.status)
    })
    await fc.assert(property, cases(40))
  })
})

describe('what is kept', () => {
  const rendersOf = async (path: string) => {
    cache.clear()
    const before = origin.renders
    const [first, second] = [await read(path), await read(path)]
    expect(second).toEqual(first)
    return origin.renders - before
  }
  test.each(['/tx', '/es/tx', '/statements?topic=detainers', '/embed/map', '/statements.atom'])('%s', async (path) =>
    expect(await rendersOf(path)).toBe(1),
  )
  test.each(['/missing', '/gone', '/moved', '/moved-for-good'])('%s, with its status', async (path) =>
    expect(await rendersOf(path)).toBe(1),
  )
  test.each(['/redirects', '/fails', '/without-database', '/partial', '/not-modified', '/admin', '/robots.txt'])(
    '%s is not',
    async (path) => expect(await rendersOf(path)).toBe(2),
  )
  test.each(['/_next/static/a.css', '/_next/static/b.css'])('%s is not asked of Next at all', async (path) =>
    expect(await rendersOf(path)).toBe(0),
  )
})

test('a build asset is whole in each encoding, whatever its query', async () => {
  for (const query of ['', '?', '?v=1', '?range=0-10'])
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { status, body, headers } = await sendRaw(
        port,
        rawRequest(`/_next/static/a.css${query}`, [['Accept-Encoding', encoding]]),
      )
      expect([status, body.equals(CSS)]).toEqual([200, true])
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      })
    }
})

test('a parameter that is left out for pages is part of the address of an API response', async () => {
  cache.clear()
  origin.seen.length = 0
  await read('/api/v1/other/path?utm_source=x')
  await read('/api/v1/other/path')
  await read('/tx?utm_source=x')
  expect(origin.seen).toEqual(['/api/v1/other/path?utm_source=x', '/api/v1/other/path', '/tx'])
})
