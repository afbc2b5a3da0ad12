import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'
import { ANONYMOUS_BODY_LIMIT } from '@/lib/platform/request-context/route-policies'
import type { PriorityScheduler } from '@/server/stages/admin-priority'
import { type ConcurrencyLimiter, createConcurrencyLimiter } from '@/server/stages/admission-control'
import { type Timeouts, openServer } from '@/server/http-server'
import { createRequestHandler } from '@/server/pipeline'
import { set } from '@/lib/platform/settings/settings'
import { drip, pour } from '@/tests/fixtures/slow-clients'

const rendered = vi.fn()
let read = 0
const failed: number[] = []
const servers: Server[] = []
let port: number

async function open(
  timeouts: Timeouts,
  more: { timeLimitMs?: number; pageLimiter?: ConcurrencyLimiter; scheduler?: PriorityScheduler } = {},
): Promise<number> {
  const handle = createRequestHandler(
    async (req, res) => {
      rendered()
      for await (const piece of req) read += (piece as Buffer).length
      res.setHeader('Content-Type', 'text/plain')
      res.end('made')
    },
    { https: false, ...more, onFailure: ({ status }) => failed.push(status) },
  )
  const server = openServer((req, res) => void handle(req, res), timeouts)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

// A twentieth of the production timeouts.
const TIMEOUTS = { headersTimeout: 750, requestTimeout: 1_500, connectionsCheckingInterval: 100 }
beforeAll(async () => {
  port = await open(TIMEOUTS)
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const HUGE = 100 * 1024 * 1024
const head = (method: string, path: string, more: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost:1\r\nOrigin: http://localhost:1\r\n${more}\r\n\r\n`

const SECRET = 'a secret of at least thirty-two letters'
set('AUTH_SECRET', SECRET)
set('SITE_URL', 'http://localhost:1')
const TOKEN = 'x'.repeat(32)
const signed = encodeURIComponent(`${TOKEN}.${createHmac('sha256', SECRET).update(TOKEN).digest('base64')}`)
/** A cookie with a valid signature. */
const COOKIE = `Cookie: admin.session_token=${signed}\r\n`

const ROUTES = [
  ['POST', '/suggest'],
  ['POST', '/admin/sign-in'],
  ['POST', '/admin/imports/upload'],
  ['PUT', '/api/v1/statements'],
  ['GET', '/'],
] as const

test('a 100 MB body is not read on any route, and the connection closes', async () => {
  const before = process.memoryUsage().rss
  const sent = ROUTES.flatMap(([method, path]) => [
    pour(port, head(method, path, `Content-Length: ${HUGE}`), HUGE),
    pour(port, `${head(method, path, 'Transfer-Encoding: chunked')}6400000\r\n`, HUGE),
  ])
  const told = await Promise.all(sent)
  const more = process.memoryUsage().rss - before
  expect(told.map(({ status }) => status)).toEqual(ROUTES.flatMap(([method]) => [413, method === 'GET' ? 411 : 413]))
  expect(Math.max(...told.map(({ sent }) => sent))).toBeLessThan(HUGE / 2)
  expect(more).toBeLessThan(64 * 1024 * 1024)
  expect(rendered).not.toHaveBeenCalled()
  console.log(`${told.length} times 100 MB: refused, ${Math.round(more / 1024 / 1024)} MB more memory in use`)
})

test('a signed-in user’s chunked upload is read only up to its limit', async () => {
  rendered.mockClear()
  read = 0
  const asked = head('POST', '/admin/imports/upload', `${COOKIE}Transfer-Encoding: chunked`)
  const { status, sent } = await pour(port, `${asked}6400000\r\n`, HUGE)
  expect([status, rendered.mock.calls.length]).toEqual([413, 1])
  expect(read).toBeGreaterThan(ANONYMOUS_BODY_LIMIT)
  expect(read).toBeLessThanOrEqual(1.5 * UPLOAD_LIMITS.file)
  expect(sent).toBeLessThan(HUGE / 2)
})

test('a body at the form limit is read', async () => {
  const body = 'x'.repeat(ANONYMOUS_BODY_LIMIT)
  const { status } = await pour(
    port,
    head('POST', '/suggest', `Connection: close\r\nContent-Length: ${body.length}`) + body,
    0,
  )
  expect(status).toBe(200)
})

/** A chunked body of `size` bytes. */
const inParts = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`
const PARTS = head('POST', '/suggest', 'Transfer-Encoding: chunked')

test('a chunked body is read up to the form limit, to the byte', async () => {
  for (const [size, status] of [
    [0, 200],
    [ANONYMOUS_BODY_LIMIT, 200],
    [ANONYMOUS_BODY_LIMIT + 1, 413],
  ] as const)
    expect((await pour(port, PARTS + (size ? inParts(size) : '0\r\n\r\n'), 0)).status).toBe(status)
})

test('a body with conflicting or unknown length headers is rejected', async () => {
  for (const more of [
    'Transfer-Encoding: chunked\r\nContent-Length: 4',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: identity',
    'Content-Length: 3\r\nContent-Length: 4',
    'Content-Length: -1',
  ])
    expect((await pour(port, head('POST', '/suggest', more) + inParts(3), 0)).status, more).toBe(400)
})

test('a slow body gets 408 and is not logged as a server error', async () => {
  failed.length = 0
  const hasty = await open({ ...TIMEOUTS, requestTimeout: 60_000 }, { timeLimitMs: 500 })
  const slow = ['Content-Length: 900000', 'Transfer-Encoding: chunked'].map((more) =>
    drip(hasty, `${head('POST', '/admin/policy', COOKIE + more)}ffff\r\n`, 100),
  )
  expect(await Promise.all(slow.map(({ ended }) => ended))).toEqual([408, 408])
  expect(failed).toEqual([])
})

test('a form that waits for an admin request is still read completely', async () => {
  const scheduler = { enterAdmin: () => () => {}, waitForTurn: () => sleep(200), hasAdminRequests: false }
  const waiting = await open(TIMEOUTS, { scheduler })
  const body = 'x'.repeat(200_000)
  const { status } = await pour(
    waiting,
    head('POST', '/suggest', `Connection: close\r\nContent-Length: ${body.length}`) + body,
    0,
  )
  expect(status).toBe(200)
})

test('a slow upload occupies no slot', async () => {
  const narrow = await open(TIMEOUTS, { pageLimiter: createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 0 }) })
  const slow = Array.from({ length: 20 }, () => drip(narrow, head('POST', '/suggest', 'Content-Length: 200000'), 100))
  for (let time = 0; time < 10; time++) expect((await fetch(`http://127.0.0.1:${narrow}/`)).status).toBe(200)
  expect(slow.every(({ isOpen }) => isOpen())).toBe(true)
  await Promise.all(slow.map(({ end }) => end()))
})

test('200 slow clients are disconnected while readers get responses', async () => {
  const begun = ['GET / HTTP/1.1\r\nX-', head('POST', '/suggest', 'Content-Length: 200000'), `${PARTS}ffff\r\n`]
  const slow = Array.from({ length: 200 }, (_, at) => drip(port, begun[at % 3]!, 100))
  let answered = 0
  while (slow.some(({ isOpen }) => isOpen())) {
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    answered += 1
  }
  const told = await Promise.all(slow.map(({ ended }) => ended))
  expect(told).toEqual(Array.from({ length: 200 }, () => 408))
  console.log(`200 slow clients cut off; ${answered} readers answered meanwhile`)
})
