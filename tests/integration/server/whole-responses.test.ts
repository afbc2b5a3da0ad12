import { createServer, request, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createRequestHandler } from '@/server/pipeline'
import { createResponseCache } from '@/server/stages/response-cache'
import type { Handler } from '@/server/stages/respond'

const BODY = 'body{color:black}'.repeat(20)

/** A static file server with range and conditional requests and a missing file. */
const origin: Handler = async (req, res) => {
  renders += 1
  const missing = req.url!.includes('missing')
  res.setHeader('ETag', '"v1"')
  res.setHeader('Content-Type', req.url!.startsWith('/_next/static/') ? 'text/css' : 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  if (missing) return void (res.writeHead(404), res.end('missing'))
  if (req.headers['if-none-match'] || req.headers['if-modified-since']) return void (res.writeHead(304), res.end())
  if (req.headers.range) return void (res.writeHead(206, { 'Content-Range': 'bytes 0-3/9' }), res.end(BODY.slice(0, 4)))
  if (req.headers['if-match']) return void (res.writeHead(412), res.end())
  res.end(BODY)
}

let renders = 0
let port = 0
const cache = createResponseCache()
const handler = createRequestHandler(origin, { https: false, onFailure: vi.fn(), cache })
const server = createServer((req, res) => void handler(req, res))
beforeAll(async () => {
  cache.setInvalidationAvailable(true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (path: string, headers: OutgoingHttpHeaders = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (res) => {
      let body = ''
      res.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      res.on('end', () => resolve({ status: res.statusCode!, body }))
    })
      .on('error', reject)
      .end()
  })

const HEADERS: OutgoingHttpHeaders[] = [
  { range: 'bytes=0-10' },
  { range: 'bytes=-5' },
  { range: 'bytes=0-1,4-5' },
  { range: 'bytes=0-10', 'if-range': '"v1"' },
  { 'if-none-match': '*' },
  { 'if-none-match': '"v1"' },
  { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' },
  { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  { 'if-match': '"other"' },
]

describe.each(['/_next/static/a.css', '/tx', '/about'])('%s', (path) => {
  test.each(HEADERS)('is complete for the next reader after a request with %j', async (headers) => {
    cache.clear()
    await get(path, headers)
    expect(await get(path)).toEqual({ status: 200, body: BODY })
    expect(await get(path)).toEqual({ status: 200, body: BODY })
  })
})

test.each(['/_next/static/missing.css', '/missing'])('a 404 at %s stays a 404', async (path) => {
  cache.clear()
  await get(path)
  expect((await get(path)).status).toBe(404)
})

test('a query string adds no cache entry for a build asset', async () => {
  cache.clear()
  await get('/_next/static/a.css')
  const { size } = cache
  renders = 0
  for (let index = 0; index < 200; index += 1) expect((await get(`/_next/static/a.css?v=${index}`)).body).toBe(BODY)
  expect([cache.size, renders]).toEqual([size, 0])
})
