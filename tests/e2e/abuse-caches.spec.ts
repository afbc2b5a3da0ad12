import fc from 'fast-check'
import { headerNames } from '@/tests/fixtures/header-names'
import { cases } from '@/tests/fixtures/thorough'
import { raw } from './abuse'
import { expect, test } from './admin'

/** Headers outside of the cache key. With each of them, the response must be the same as without. */
const UNKEYED: Record<string, string>[] = [
  ...[{ 'x-forwarded-host': 'evil.example' }, { 'x-host': 'evil.example' }, { 'x-forwarded-server': 'evil.example' }],
  ...[{ forwarded: 'host=evil.example;proto=http' }, { 'x-forwarded-proto': 'http' }, { 'x-forwarded-scheme': 'http' }],
  ...[
    { 'x-original-url': '/admin' },
    { 'x-rewrite-url': '/admin' },
    { 'x-http-method-override': 'POST' },
    { 'x-method': 'PUT' },
  ],
  ...[{ range: 'bytes=0-9' }, { 'x-forwarded-prefix': '//evil' }],
  ...[{ 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' }],
  ...[
    { 'x-middleware-subrequest': 'middleware' },
    { 'x-middleware-rewrite': '/admin' },
    { 'x-middleware-prefetch': '1' },
  ],
  ...[
    { 'x-nextjs-data': '1' },
    { 'x-invoke-path': '/admin' },
    { 'x-invoke-status': '500' },
    { 'x-matched-path': '/admin' },
  ],
  ...[
    { rsc: '1', 'next-router-prefetch': '1' },
    { 'next-router-state-tree': '%5B%22%22%5D', rsc: '1' },
    { 'next-url': '/admin' },
  ],
  ...[
    { 'x-prerender-revalidate': 'x' },
    { 'x-now-route-matches': '1=admin' },
    { purpose: 'prefetch' },
    { 'x-action-forwarded': '1' },
  ],
  ...[
    { cookie: '__prerender_bypass=x; __next_preview_data=y; NEXT_LOCALE=es' },
    { 'accept-language': 'es' },
    { accept: 'text/x-component' },
  ],
  ...[{ 'user-agent': '<script>x</script>' }, { referer: 'https://evil.example/' }, { origin: 'https://evil.example' }],
  ...[{ 'content-length': '0' }, { te: 'trailers' }, { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }],
]

/** An uncached page is rendered twice, and the framework does not fix the order of its scripts. */
const shown = (body: string) => body.replace(/<script\b[^>]*>[^]*?<\/script>/g, '')

test('no request can poison a shared cache', async ({ baseURL }) => {
  test.setTimeout(120_000)
  const paths = [
    '/about',
    '/es/about',
    '/tx/el-paso',
    '/labels',
    '/nowhere-at-all',
    '/api/v1',
    '/robots.txt',
    '/embed/labels',
  ]
  let sent = 0
  for (const path of paths) {
    for (const headers of UNKEYED) {
      // A new URL, requested first by an attacker and then by a reader.
      const cold = `${path}?after=x${sent}`
      const other = await raw(baseURL!, cold, headers)
      const plain = await raw(baseURL!, cold)
      const told = `${path} with ${JSON.stringify(headers)}`
      expect(other.status, told).toBe(plain.status)
      expect(shown(other.body) === shown(plain.body), told).toBe(true)
      expect(other.body, told).not.toContain('evil.example')
      expect(other.headers['set-cookie'], told).toBeUndefined()
      expect(other.headers['cache-control'], told).toBe(plain.headers['cache-control'])
      sent++
    }
  }
  console.log(`${sent} requests with headers that caches do not know`)
})

/** With the status of the rejection. */
const FOREIGN_HOSTS: [host: string, status: number][] = [
  ['evil.example', 421],
  ['evil.example:3000', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['evil.example:80@localhost', 400],
  ['localhost, evil.example', 400],
  [':80', 400],
]

test('a request for another host is rejected on every path, and nothing of it is stored', async ({ baseURL }) => {
  for (const path of ['/about', '/es/about', '/labels', '/api/v1', '/robots.txt', '/embed/labels', '/admin/sign-in'])
    for (const [host, status] of FOREIGN_HOSTS) {
      const cold = `${path}?after=${encodeURIComponent(host)}`
      const other = await raw(baseURL!, cold, { host })
      expect([other.status, other.headers['cache-control']], `${path} at ${host}`).toEqual([status, 'no-store'])
      expect(other.body).not.toContain('evil.example')
      // The same page answers as another that nobody asked for under that name.
      expect((await raw(baseURL!, cold)).status, path).toBe((await raw(baseURL!, `${cold}x`)).status)
    }
  // A load balancer asks for the health check by the server's own address.
  expect((await raw(baseURL!, '/api/health', { host: '10.0.0.7:3000' })).status).toBe(200)
})

/** No header of these decides what a page is; the others decide about the connection or the body. */
const anyHeader = fc.tuple(
  fc.constantFrom(
    ...headerNames().filter(
      (name) =>
        !/^(connection|content-length|expect|host|upgrade|te|trailer|transfer-encoding|keep-alive|accept-encoding|if-none-match)$/.test(
          name,
        ),
    ),
  ),
  fc.oneof(
    fc.constantFrom('1', '*', '/admin', 'bytes=0-9', "script-src 'nonce-x'", 'es', 'image'),
    fc.stringMatching(/^[\x21-\x7e]{1,30}$/),
  ),
)

test('no standard header, and none that Next reads, changes a page for its reader or for the next one', async ({
  baseURL,
}) => {
  test.setTimeout(600_000)
  const paths = ['/about', '/es/labels', '/nowhere-at-all', '/api/v1', '/embed/labels', '/robots.txt', '/labels.csv']
  const asked = fc.sample(
    fc.tuple(fc.constantFrom(...paths), fc.array(anyHeader, { minLength: 1, maxLength: 12 })),
    cases(60),
  )
  for (const [index, [path, headers]] of asked.entries()) {
    const cold = path.startsWith('/api/') ? path : `${path}?utm_term=${index}&after=x${index}`
    const told = `${path} with ${JSON.stringify(headers)}`
    const [other, plain] = [await raw(baseURL!, cold, Object.fromEntries(headers)), await raw(baseURL!, cold)]
    expect(other.status, told).toBe(plain.status)
    expect(shown(other.body) === shown(plain.body), told).toBe(true)
    for (const name of ['cache-control', 'content-type', 'location', 'content-security-policy', 'vary'])
      expect(other.headers[name], told).toBe(plain.headers[name])
  }
})

test('a body without a length on a read is rejected, and the rejection is not cacheable', async ({ baseURL }) => {
  for (const path of ['/about', '/nowhere-at-all', '/api/v1', '/robots.txt', '/embed/labels', '/admin']) {
    const { status, headers } = await raw(baseURL!, path, { 'transfer-encoding': 'chunked' })
    expect([status, headers['cache-control']], path).toEqual([411, 'no-store'])
  }
})

test('every Accept-Encoding gets a response, with Vary', async ({ baseURL }) => {
  for (const accept of [
    '',
    '*',
    'br;q=0',
    'gzip;q=x',
    'zstd',
    ',,,',
    'br'.repeat(2_000),
    'x'.repeat(20_000),
    `a${' '.repeat(20_000)}b`,
  ]) {
    const { status, headers } = await raw(baseURL!, '/about', { 'accept-encoding': accept })
    expect([status, headers.vary]).toEqual([200, 'Accept-Encoding'])
  }
})

test('no header opens the admin area, and its responses are not cacheable', async ({ baseURL, as }) => {
  const page = await as('editor')
  for (const headers of UNKEYED)
    for (const path of ['/admin', '/admin/entries', '/admin/people']) {
      const answer = await raw(baseURL!, path, headers)
      const told = `${path} with ${JSON.stringify(headers)}: ${answer.status}`
      expect([303, 307, 308].includes(answer.status), told).toBe(true)
      expect(answer.headers.location, told).toMatch(/^\/admin(\/sign-in|[\w/]*\?_rsc=)/)
    }
  for (const path of [
    '/admin',
    '/admin/entries',
    '/admin/nothing',
    '/admin/find/officials?q=a',
    '/admin/sign-in',
    '/admin/entries/x/preview',
  ]) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect(answer.headers()['cache-control'], path).toContain('no-store')
    // A path that resembles a build asset is not treated as one.
    const trick = await page.request.get(`${path.split('?')[0]}/x.css`, { maxRedirects: 0 })
    expect(trick.headers()['cache-control'], `${path}/x.css`).toContain('no-store')
  }
})

test('framework endpoints are closed: no image optimizer, no data route', async ({ baseURL }) => {
  const images = [
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    '//localhost/api/health',
    '/apple-icon.png',
    '/../etc/passwd',
    'file:///etc/passwd',
  ]
  for (const url of images) {
    const { status } = await raw(baseURL!, `/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`)
    expect([400, 404], url).toContain(status)
  }
  const inner = [
    '/_next/data/x/index.json',
    '/_next/../.env',
    '/_next/static/../server/app/page.js',
    '/_next/static/%2e%2e/BUILD_ID',
    '/_next/server/middleware-manifest.json',
    '/_next/static/chunks/..%2f..%2f..%2fpackage.json',
    '/__nextjs_original-stack-frame',
    '/__nextjs_source-map?filename=/etc/passwd',
    '/_next/webpack-hmr',
    '/_next/trace',
    '/_next/mcp',
    '/.next/BUILD_ID',
    '/.git/config',
    '/.env',
    '/package.json',
    '/_global-error',
    '/_not-found',
    '/_next/static/none.js.map',
    '/api/preview',
    '/api/draft',
    '/api/auth/get-session',
    '/api/auth/sign-up/email',
    '/api/revalidate',
  ]
  for (const path of inner) {
    const { status, body } = await raw(baseURL!, path)
    expect([400, 404], path).toContain(status)
    expect(body, path).not.toMatch(/dependencies"|AUTH_SECRET|DATABASE_URL|sourcesContent/)
  }
  expect(images.length + inner.length).toBeGreaterThan(25)
})

test('client scripts have no source map', async ({ baseURL }) => {
  const { body } = await raw(baseURL!, '/admin/sign-in')
  const files = [...new Set(body.match(/\/_next\/static\/[^"\\]+\.js/g))]
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    expect((await raw(baseURL!, file)).body).not.toMatch(/sourceMappingURL=|DATABASE_URL|admin_user/)
    expect((await raw(baseURL!, `${file}.map`)).status).toBe(404)
  }
})
