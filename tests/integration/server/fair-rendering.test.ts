import { request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openServer } from '@/server/http-server'
import { createRequestHandler } from '@/server/pipeline'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import { createResponseCache } from '@/server/stages/response-cache'

/** The pages that are being rendered, and those that were rendered, in their order. */
const rendering: { path: string; finish: () => void }[] = []
const rendered: string[] = []
const next = async (req: IncomingMessage, res: ServerResponse) => {
  const path = req.url!
  await new Promise<void>((finish) => rendering.push({ path, finish }))
  rendered.push(path)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 'public, s-maxage=60')
  res.end('<p>page</p>')
}

const cache = createResponseCache()
const limiter = createConcurrencyLimiter({ concurrency: () => 2, maxQueued: 20, queueTimeoutMs: 60_000 })
const options = { https: false, onFailure: () => {}, cache, pageLimiter: limiter }
const handler = createRequestHandler(next, options)
const server = openServer((req, res) => void handler(req, res))
let port = 0
beforeAll(async () => {
  cache.setInvalidationAvailable(true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  cache.clear()
  rendered.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, ip: string) =>
  new Promise<number>((resolve, reject) => {
    const headers = { 'x-forwarded-for': ip }
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (res) =>
      res.resume().on('end', () => resolve(res.statusCode!)),
    )
      .on('error', reject)
      .end()
  })
const MANY = '203.0.113.1'
const READER = '203.0.113.2'
const counted = () => limiter.counts.running + limiter.counts.queued + limiter.counts.rejected

/** Lets requests reach admission control: as many as were sent have a place, or were refused one. */
const arrived = (count: number) => expect.poll(counted, { interval: 5 }).toBe(count)
const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Ends what is rendered, one page after another, until the answers are there. */
async function renderUntil<T>(answers: Promise<T>): Promise<T> {
  let isDone = false
  void answers.finally(() => (isDone = true))
  while (!isDone) {
    rendering.shift()?.finish()
    await settle()
  }
  return answers
}

test('a reader gets a page in the reader’s own turn, also where another caller asked for the same page before', async () => {
  const before = counted()
  const pages = Array.from({ length: 10 }, (_, at) => `/page-${at}`)
  const others = pages.map((path) => ask(path, MANY))
  await arrived(before + 10)
  const own = ask('/page-9', READER)
  await settle()
  expect(await renderUntil(own)).toBe(200)
  // Two that ran when the reader came, and what began beside it.
  expect(rendered.indexOf('/page-9')).toBeLessThanOrEqual(3)
  expect(new Set(await renderUntil(Promise.all(others)))).toEqual(new Set([200]))
  // The other caller got the page that the reader's turn had brought.
  expect(rendered.filter((path) => path === '/page-9')).toHaveLength(1)
})

test('one page is rendered once for any number of readers, who all get it, also while no slot is free', async () => {
  const before = counted()
  const busy = ['/busy-1', '/busy-2'].map((path, at) => ask(path, `203.0.113.${10 + at}`))
  await arrived(before + 2)
  const readers = Array.from({ length: 100 }, (_, at) => ask('/tx', `198.51.100.${at}`))
  await settle()
  const statuses = await renderUntil(Promise.all([...busy, ...readers]))
  expect(statuses.filter((status) => status !== 200)).toEqual([])
  expect(rendered.filter((path) => path === '/tx')).toHaveLength(1)
})

test('while another caller waits, a caller has one page rendered at a time', async () => {
  const before = counted()
  const many = Array.from({ length: 8 }, (_, at) => ask(`/many-${at}`, MANY))
  await arrived(before + 8)
  const readers = Array.from({ length: 4 }, (_, at) => ask(`/read-${at}`, READER))
  await settle()
  let isDone = false
  const all = Promise.all([...many, ...readers]).finally(() => (isDone = true))
  // The work that ran before the reader came ends first.
  for (let time = 0; time < 2; time++) rendering.shift()?.finish()
  await settle()
  while (!isDone) {
    const own = rendering.filter(({ path }) => path.startsWith('/many')).length
    const waiting = rendered.filter((path) => path.startsWith('/read')).length < 4
    if (waiting) expect(own).toBeLessThanOrEqual(1)
    rendering.shift()?.finish()
    await settle()
  }
  expect(new Set(await all)).toEqual(new Set([200]))
})
