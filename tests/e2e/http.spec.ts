import { expect, test } from './admin'

test('the page complies with its CSP and sets no cookie', async ({ page, context }) => {
  const complaints: string[] = []
  page.on('console', (message) => /content security policy/i.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const response = await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(response?.status()).toBe(200)
  expect(response?.headers()['content-security-policy']).toMatch(/default-src 'none'; script-src 'self' 'sha256-/)
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe')
  expect(complaints).toEqual([])
  expect(await context.cookies()).toEqual([])
})

test('pages of the admin area comply with their CSP, and their scripts run', async ({ as }) => {
  const page = await as('editor')
  const complaints: string[] = []
  page.on('console', (message) => /content security policy/i.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const nonces = new Set<string>()
  for (const path of ['/admin', '/admin/entries', '/admin/entries/new', '/admin/sources', '/admin/imports']) {
    const policy = (await page.goto(path))!.headers()['content-security-policy']!
    nonces.add(/ 'nonce-([^']+)'/.exec(policy)![1]!)
    expect(policy).not.toContain('unsafe')
    await page.waitForLoadState('networkidle')
    // React marks what it has taken over.
    const isHydrated = () => Object.keys(document.body).some((key) => key.startsWith('__react'))
    await expect.poll(() => page.evaluate(isHydrated), { message: path }).toBe(true)
  }
  expect(nonces.size).toBe(5)
  expect(complaints).toEqual([])
})

test('every reader gets the same bytes, whatever the request’s headers and cookies', async ({ request }) => {
  const plain = await request.get('/')
  const other = await request.get('/', {
    headers: { cookie: 'a=1', 'accept-language': 'es', rsc: '1', 'user-agent': 'x' },
  })
  expect(await other.text()).toBe(await plain.text())
  expect(other.headers()['etag']).toBe(plain.headers()['etag'])
})

test('an unchanged page revalidates with 304', async ({ request }) => {
  const etag = (await request.get('/')).headers()['etag']!
  const again = await request.get('/', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

test('build assets are immutable and compressed', async ({ request }) => {
  const [file] = (await (await request.get('/')).text()).match(/\/_next\/static\/[^"]+\.css/) ?? []
  const headers = (await request.get(file!, { headers: { 'accept-encoding': 'br' } })).headers()
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['content-encoding']).toBe('br')
})

test('the health check responds', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' })
})

for (const path of [
  '/nowhere/at/all',
  '/_next/static/none.js',
  '/_next/image?url=x',
  '/index.php',
  '/.env',
  '/a'.repeat(500),
]) {
  test(`${path.slice(0, 40)} is answered with a 4xx`, async ({ request }) => {
    const status = (await request.get(path)).status()
    expect([400, 404, 414]).toContain(status)
  })
}

test('an invalid router state is harmless', async ({ request }) => {
  const headers = { rsc: '1', 'next-router-state-tree': '{%', 'next-action': 'x', 'x-nextjs-data': '1' }
  expect((await request.get('/', { headers })).status()).toBe(200)
})
