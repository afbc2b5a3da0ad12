import { createHmac } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { createResponseCache } from '@/server/stages/response-cache'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import { settings } from '@/lib/platform/settings/settings'
import { createRequestHandler } from '@/server/pipeline'
import type { Handler } from '@/server/stages/respond'
import { markDatabaseDown, runWithResponse } from '@/lib/platform/request-context/request-context'
import { ask, askSite, page } from './ask-site'

test('a page gets its CSP, ETag and Cache-Control and no cookie', async () => {
  const { status, headers, body } = await ask(page('<script>1</script>', { 'Set-Cookie': 'a=1' }))
  expect([status, body.toString()]).toEqual([200, '<script>1</script>'])
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+'/)
  expect(headers).toMatchObject({
    etag: expect.any(String),
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['cache-control']).toMatch(/^public/)
  expect(headers).not.toHaveProperty('set-cookie')
})

test('cookies are stripped for public pages and kept for the admin area', async () => {
  const echo: Handler = async (req, res) => void res.end(req.headers.cookie ?? 'none')
  const headers = { cookie: 'a=1' }
  expect((await ask(echo, '/', { headers })).body.toString()).toBe('none')
  expect((await ask(echo, '/admin', { headers })).body.toString()).toBe('a=1')
})

test('an unchanged page revalidates with 304', async () => {
  const { headers } = await ask(page('hello'))
  const again = await ask(page('hello'), '/', { headers: { 'if-none-match': headers.etag! } })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect((await ask(page('changed'), '/', { headers: { 'if-none-match': headers.etag! } })).status).toBe(200)
})

test('a page is compressed with the correct Content-Length', async () => {
  const text = 'one record after another. '.repeat(2000)
  const { headers, body } = await ask(page(text), '/', { headers: { 'accept-encoding': 'br' } })
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(body.length) })
  expect(brotliDecompressSync(body).toString()).toBe(text)
})

test('HEAD returns the headers of GET without a body', async () => {
  const [get, head] = [await ask(page('hello')), await ask(page('hello'), '/', { method: 'HEAD' })]
  expect(head.body.length).toBe(0)
  expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
})

test('a download is streamed', async () => {
  const download = page('a,b\n'.repeat(1_000), { 'Content-Type': 'text/csv', 'Content-Disposition': 'attachment' })
  const { headers, body } = await ask(download)
  expect(headers['transfer-encoding']).toBe('chunked')
  expect(body.length).toBe(4_000)
})

test('a very long non-page response switches to streaming', async () => {
  const long: Handler = async (_req, res) => {
    res.setHeader('Content-Type', 'application/json')
    for (let part = 0; part < 6; part++) res.write(Buffer.alloc(1_000_000, ' '))
    res.end()
  }
  const { headers, body } = await ask(long, '/api/v1/statements')
  expect([headers['transfer-encoding'], body.length]).toEqual(['chunked', 6_000_000])
})

test.each([
  ['an address that can’t be decoded', 'GET', 400, '/%E0%A4%A'],
  ['a very long address', 'GET', 414, `/?q=${'a'.repeat(9_000)}`],
  ['the home page', 'POST', 405, '/'],
  ['a place', 'DELETE', 405, '/tx'],
])('%s by %s returns %i without rendering', async (_, method, status, path) => {
  const next = vi.fn()
  expect((await ask(next, path, { method })).status).toBe(status)
  expect(next).not.toHaveBeenCalled()
})

test('a page that fails halfway returns a clean error, logged without the query string', async () => {
  const onFailure = vi.fn()
  const broken: Handler = async (_req, res) => {
    res.setHeader('Content-Type', 'text/html')
    res.write('half a page')
    throw new Error('secret')
  }
  const { status, body, headers } = await ask(broken, '/tx?q=private', {}, onFailure)
  expect(status).toBe(500)
  expect(body.toString()).toContain('The page could not be made')
  expect(body.toString()).not.toMatch(/half a page|secret/)
  expect(headers['cache-control']).toBe('no-store')
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ method: 'GET', path: '/tx', status: 500, id: headers['x-request-id'] }),
  )
})

test('a page that never responds times out', async () => {
  const { status, headers } = await ask(() => new Promise(() => {}), '/', {}, vi.fn(), 50)
  expect([status, headers['retry-after']]).toEqual([503, '5'])
})

test.each([
  ['/tx', 'en', 'The page could not be made'],
  ['/es/tx', 'es', 'No se pudo preparar la página'],
])('a failure on %s returns our own error page without a script', async (path, lang, words) => {
  const broken = page('<script>a stack, a query</script>', {}, 500)
  const { status, headers, body } = await ask(broken, path)
  expect(status).toBe(500)
  expect(body.toString()).toContain(`<html lang="${lang}">`)
  expect(body.toString()).toContain(words)
  expect(body.toString()).not.toContain('stack')
  expect(headers['cache-control']).toBe('no-store')
})

test('a cached page is served unchanged in each encoding until the next publication', async () => {
  let made = 0
  const cache = createResponseCache()
  cache.setInvalidationAvailable(true)
  const counting: Handler = (req, res) => page(`${'words '.repeat(2000)}${++made}`)(req, res)
  const around = createRequestHandler(counting, { https: false, onFailure: vi.fn(), cache })
  const br = { headers: { 'accept-encoding': 'br' } }
  const [first, again] = [await askSite(around, '/tx', br), await askSite(around, '/tx', br)]
  expect(again).toEqual({ ...first, headers: { ...first.headers, date: again.headers.date } })
  expect(brotliDecompressSync(again.body).toString()).toMatch(/words 1$/)
  expect(brotliDecompressSync((await askSite(around, '/tx?x=1', br)).body).toString()).toMatch(/words 2$/)
  expect((await askSite(around, '/tx')).body.toString()).toMatch(/words 3$/)
  const fresh = await askSite(around, '/tx', { headers: { ...br.headers, 'if-none-match': first.headers.etag } })
  expect([fresh.status, fresh.body.length, made]).toEqual([304, 0, 3])
  expect((await askSite(around, '/tx', { ...br, method: 'HEAD' })).headers['content-length']).toBe(
    first.headers['content-length'],
  )
  cache.clear()
  expect(brotliDecompressSync((await askSite(around, '/tx', br)).body).toString()).toMatch(/words 4$/)
})

test('concurrent requests for a page render it once', async () => {
  const cache = createResponseCache()
  cache.setInvalidationAvailable(true)
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const slow = vi.fn<Handler>(async (req, res) => {
    await begun
    return page('made')(req, res)
  })
  const around = createRequestHandler(slow, { https: false, onFailure: vi.fn(), cache })
  const asked = Array.from({ length: 5 }, () => askSite(around, '/tx'))
  await expect.poll(() => slow.mock.calls.length).toBe(1)
  setTimeout(begin, 50)
  for (const { status, body } of await Promise.all(asked)) expect([status, body.toString()]).toEqual([200, 'made'])
  expect(slow).toHaveBeenCalledOnce()
})

test.each([
  ['/tx', 'text/html', 'Very many readers are here'],
  ['/es/tx', 'text/html', 'Hay muchísimas visitas'],
])('a request over the limit on %s gets Retry-After, and the admin area is admitted', async (path, type, words) => {
  const cache = createResponseCache()
  let rendering = false
  const hang: Handler = (req, res) =>
    req.url === '/admin' ? page('admin')(req, res) : new Promise(() => (rendering = true))
  const around = createRequestHandler(hang, {
    https: false,
    onFailure: vi.fn(),
    cache,
    pageLimiter: createConcurrencyLimiter({ concurrency: () => 1, maxQueued: 0 }),
  })
  void askSite(around, '/first').catch(() => {})
  await expect.poll(() => rendering).toBe(true)
  const { status, headers, body } = await askSite(around, path)
  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
  expect(headers['content-type']).toContain(type)
  expect(body.toString()).toContain(words)
  const stranger = await askSite(around, '/admin', { headers: { cookie: 'admin.session_token=abc' } })
  expect(stranger.status).toBe(503)
  const token = 'a'.repeat(32)
  const mark = createHmac('sha256', settings().authSecret ?? '')
    .update(token)
    .digest('base64')
  const session = `admin.session_token=${encodeURIComponent(`${token}.${mark}`)}`
  const admin = await askSite(around, '/admin', { headers: { cookie: session } })
  expect([admin.status, admin.body.toString()]).toEqual([200, 'admin'])
})

test('a non-public page is rendered for each request', async () => {
  const cache = createResponseCache()
  cache.setInvalidationAvailable(true)
  for (const [path, make] of [
    ['/admin', page('admin')],
    ['/suggest/code', page('answer', { 'Cache-Control': 'no-store' })],
    ['/api/v1/statements', page('counted')],
  ] as const) {
    const next = vi.fn(make)
    const around = createRequestHandler(next, { https: false, onFailure: vi.fn(), cache })
    await askSite(around, path)
    await askSite(around, path)
    expect(next, path).toHaveBeenCalledTimes(2)
  }
})

test('a page without a database returns Retry-After', async () => {
  const failing: Handler = (_req, res) =>
    runWithResponse(res, async () => {
      markDatabaseDown()
      return page('broken', {}, 500)(_req, res)
    })
  const { status, headers, body } = await ask(failing, '/tx')
  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
  expect(body.toString()).toContain('The page could not be made')
})
