import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openServer } from '@/lib/platform/web/server'
import { site } from '@/lib/platform/web/site'
import { drip, pour } from '@/tests/senders'

const rendered = vi.fn()
let server: Server
let port: number

beforeAll(async () => {
  const handle = site(
    async (req, res) => {
      rendered()
      for await (const _ of req);
      res.setHeader('Content-Type', 'text/plain')
      res.end('made')
    },
    { https: false, onFailure: () => {} },
  )
  // A twentieth of the patience that the site has.
  const patience = { headersTimeout: 750, requestTimeout: 1_500, connectionsCheckingInterval: 100 }
  server = openServer((req, res) => void handle(req, res), patience)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const HUGE = 100 * 1024 * 1024
const MOST = 32 * 1024 * 1024
const head = (method: string, path: string, more: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n${more}\r\n\r\n`

const ROUTES = [
  ['POST', '/suggest'],
  ['POST', '/admin/sign-in'],
  ['POST', '/admin/imports/upload'],
  ['PUT', '/api/v1/statements'],
  ['GET', '/'],
] as const

test('a hundred megabytes are not read, wherever they are sent, and the connection ends', async () => {
  const before = process.memoryUsage().rss
  const sent = ROUTES.flatMap(([method, path]) => [
    pour(port, head(method, path, `Content-Length: ${HUGE}`), HUGE),
    pour(port, `${head(method, path, 'Transfer-Encoding: chunked')}6400000\r\n`, HUGE),
  ])
  const told = await Promise.all(sent)
  const more = process.memoryUsage().rss - before
  expect(told.map(({ status }) => status)).toEqual(ROUTES.flatMap(() => [413, 411]))
  expect(Math.max(...told.map(({ sent }) => sent))).toBeLessThan(MOST)
  expect(more).toBeLessThan(2 * MOST)
  expect(rendered).not.toHaveBeenCalled()
  console.log(`${told.length} times 100 MB: refused, ${Math.round(more / 1024 / 1024)} MB more memory in use`)
})

test('what is as long as a form may be is read', async () => {
  const body = 'x'.repeat(1024 * 1024)
  const { status } = await pour(
    port,
    head('POST', '/suggest', `Connection: close\r\nContent-Length: ${body.length}`) + body,
    0,
  )
  expect(status).toBe(200)
})

test('two hundred clients that send a byte now and then are cut off, and readers are answered meanwhile', async () => {
  const begun = ['GET / HTTP/1.1\r\nX-', head('POST', '/suggest', 'Content-Length: 900000')]
  const slow = Array.from({ length: 200 }, (_, at) => drip(port, begun[at % 2]!, 100))
  let answered = 0
  while (slow.some(({ isOpen }) => isOpen())) {
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    answered += 1
  }
  const told = await Promise.all(slow.map(({ ended }) => ended))
  expect(told).toEqual(Array.from({ length: 200 }, () => 408))
  console.log(`200 slow clients cut off; ${answered} readers answered meanwhile`)
}, 20_000)
