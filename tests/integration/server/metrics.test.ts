import { type Server, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { readSettings, set } from '@/lib/platform/settings/settings'
import { createRequestHandler } from '@/server/pipeline'
import { createMetricsServer } from '@/server/metrics/metrics-server'
import { createMetrics } from '@/server/metrics/metrics'
import { ROUTE_CLASSES } from '@/server/metrics/route-class'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import { createResponseCache } from '@/server/stages/response-cache'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'

const db = await testDatabase()
const TOKEN = 'a token of more than sixteen letters'

const cache = createResponseCache()
cache.setInvalidationAvailable(true)
const limiters = {
  pages: createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 0 }),
  handlers: createConcurrencyLimiter(),
  pictures: createConcurrencyLimiter(),
}
const metrics = createMetrics({ cache, limiters })
let status = 200
const site = createServer((req, res) => void handle(req, res))
const handle = createRequestHandler(
  async (_, res) => {
    res.statusCode = status
    res.setHeader('Cache-Control', 'public, s-maxage=60')
    res.setHeader('Content-Type', 'text/html').end('<p>page</p>')
  },
  { https: false, cache, pageLimiter: limiters.pages, countRequests: metrics.stage, onFailure: () => {} },
)
const metricsServer = createMetricsServer(metrics, TOKEN)

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
beforeAll(async () => void (await Promise.all([site, metricsServer].map(listen))))
afterAll(() => [site, metricsServer].forEach((server) => (server.closeAllConnections(), server.close())))

type Answer = { status: number; body: string }
const ask = (server: Server, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (res) => {
      let body = ''
      res.on('data', (chunk) => (body += chunk)).on('error', reject)
      res.on('end', () => resolve({ status: res.statusCode!, body }))
    })
    sent.on('error', reject).end()
  })
const scrape = async () => (await ask(metricsServer, '/metrics', { authorization: `Bearer ${TOKEN}` })).body

/** Each sample line as its metric with labels, and its value. */
const samples = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

describe('the metrics', () => {
  test('need the token, and only GET /metrics has them', async () => {
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      `Bearer ${TOKEN}x`,
      `bearer ${TOKEN}`,
      TOKEN,
      `Basic ${TOKEN}`,
    ]) {
      const answer = await ask(metricsServer, '/metrics', authorization === undefined ? {} : { authorization })
      expect(answer.status, String(authorization)).toBe(401)
      expect(answer.body).not.toContain('local_record')
    }
    const headers = { authorization: `Bearer ${TOKEN}` }
    expect((await ask(metricsServer, '/', headers)).status).toBe(404)
    expect((await ask(metricsServer, '/metrics', headers, 'POST')).status).toBe(405)
    expect((await ask(site, '/metrics')).body).not.toContain('local_record')
  })

  test('count requests, cache hits and misses, and rejections', async () => {
    const before = samples(await scrape())
    const change = async (name: string) =>
      samples(await scrape())[`local_record_${name}`]! - (before[`local_record_${name}`] ?? 0)
    await ask(site, '/counted')
    await ask(site, '/counted')
    const slot = limiters.pages.acquire('somebody else')
    expect((await ask(site, '/another')).status).toBe(503)
    ;(slot as () => void)()
    expect(await change('http_requests_total{route="page",status="200"}')).toBe(2)
    expect(await change('http_requests_total{route="page",status="503"}')).toBe(1)
    expect(await change('response_cache_requests_total{result="hit"}')).toBe(1)
    // A refused request asks the cache for nothing to be made.
    expect(await change('response_cache_requests_total{result="miss"}')).toBe(1)
    expect(await change('admission_rejected_total{limiter="pages"}')).toBe(1)
    expect(await change('response_cache_entries')).toBe(1)
    expect(await change('response_cache_bytes')).toBeGreaterThan(0)
  })

  test('hold memory, event loop lag, connections, jobs, schedules, captures and links', async () => {
    const text = await scrape()
    const found = samples(text)
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'nodejs_heap_size_used_bytes'])
      expect(found[name], name).toBeGreaterThan(0)
    expect(found).toMatchObject({
      local_record_database_up: 1,
      'local_record_database_connections{pool="read",state="max"}': 10,
      'local_record_jobs{state="overdue"}': 0,
      'local_record_scheduled_drafts{state="overdue"}': 0,
      'local_record_captures{method="fetched"}': 0,
      'local_record_link_checks{outcome="missing"}': 0,
      'local_record_archive_requests{state="failed"}': 0,
    })
  })

  const words = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => encodeURIComponent(text))
  const paths = fc.oneof(
    fc.tuple(fc.constantFrom('/', '/api/', '/admin/', '/embed/', '/_next/static/', '/es/suggest/', '/og/'), words),
    fc.tuple(words, fc.constantFrom('.csv', '.atom', '.feed.json', '.zip')).map(([name, end]) => ['/', name + end]),
  )

  test('have no label that a request can choose', async () => {
    const known = Object.keys(samples(await scrape()))
    await fc.assert(
      fc.asyncProperty(paths, fc.ipV4(), fc.integer({ min: 200, max: 599 }), async (parts, address, answered) => {
        status = answered
        await ask(site, parts.join(''), { 'x-forwarded-for': address, 'user-agent': address })
      }),
      cases(60),
    )
    status = 200
    // The series of Node itself grow while the process runs: the first collection of each kind adds its own.
    const added = Object.keys(samples(await scrape())).filter(
      (name) => name.startsWith('local_record_') && !known.includes(name),
    )
    const routes = ROUTE_CLASSES.join('|')
    const shape = new RegExp(
      `^local_record_http_(requests_total\\{route="(${routes})",status="(\\d{3}|aborted)"\\}|request_duration_seconds_(bucket|sum|count)\\{(le="[\\d.+Inf]+",)?route="(${routes})"\\})$`,
    )
    expect(added.filter((name) => !shape.test(name))).toEqual([])
    expect(added.length).toBeGreaterThan(5)
  })

  test('say that the database is down, and still answer', async () => {
    const source = createMetrics({ cache, limiters })
    await closePools()
    set('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
    const found = samples(await source.scrape())
    await closePools()
    set('DATABASE_URL', db.url)
    expect(found.local_record_database_up).toBe(0)
    expect(Object.keys(found).filter((name) => name.startsWith('local_record_jobs'))).toEqual([])
    expect(found.process_resident_memory_bytes).toBeGreaterThan(0)
  })
})

describe('the settings of the metrics', () => {
  test('are off by default, and on this computer only', () => {
    expect(readSettings({}).metrics).toBeNull()
    expect(readSettings({ METRICS_TOKEN: TOKEN }).metrics).toBeNull()
    expect(readSettings({ METRICS_PORT: '9464' }).metrics).toMatchObject({ port: 9464, host: '127.0.0.1' })
  })

  test.each(['0.0.0.0', '::', '10.0.0.5', 'metrics.internal', '127.0.0.1.example.org'])(
    'another address, %s, needs a token',
    (METRICS_HOST) => {
      const env = { METRICS_PORT: '9464', METRICS_HOST }
      expect(() => readSettings(env)).toThrow(/METRICS_TOKEN has to be set/)
      expect(readSettings({ ...env, METRICS_TOKEN: TOKEN }).metrics).toMatchObject({ token: TOKEN })
      expect(() => readSettings({ ...env, METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN has to be at least/)
    },
  )

  test('the port is another one than the site’s', () =>
    expect(() => readSettings({ PORT: '9464', METRICS_PORT: '9464' })).toThrow(/METRICS_PORT has to be another port/))
})
