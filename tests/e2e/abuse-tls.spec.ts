import { connect } from 'node:net'
import { raw } from './abuse'
import { PEOPLE } from './people'
import { expect, test } from './tls'

test.describe.configure({ mode: 'default' })

const STRICT = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\), geolocation=\(\), microphone=\(\)/),
}

test('behind TLS, public pages and sign-in have strict headers, and the CSP allows scripts by hash or nonce only', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: site.origin })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  for (const path of [
    '/',
    '/es',
    '/tx/el-paso',
    '/statements',
    '/statements?view=table',
    '/suggest',
    '/admin/sign-in',
  ]) {
    const headers = (await page.goto(path))!.headers()
    expect(headers, path).toMatchObject(STRICT)
    const policy = headers['content-security-policy']!
    const nonce = path.startsWith('/admin') ? " 'nonce-[\\w+/=]{24}'" : ''
    expect(policy, path).toMatch(new RegExp(`^default-src 'none'; script-src 'self'( 'sha256-[\\w+/=]+')+${nonce}; `))
    expect(policy, path).toMatch(/; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/)
    expect(policy, path).not.toMatch(/unsafe|http:|\*/)
  }
  expect(await context.cookies()).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('behind TLS, admin cookies are Secure and host-only, no cacheable response sets one, and sign-in and sign-out work', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: site.origin })
  const page = await context.newPage()
  const withCookie: Promise<void>[] = []
  page.on('response', (answer) => {
    const look = async () => {
      const { 'set-cookie': cookie, 'cache-control': keep = '' } = await answer.allHeaders()
      if (cookie) expect(keep, answer.url()).toContain('no-store')
    }
    withCookie.push(look())
  })
  await page.goto('/admin/entries')
  await page.getByLabel('E-mail address').fill(PEOPLE.editor.email)
  await page.getByLabel('Password').fill(PEOPLE.editor.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${site.origin}/admin/entries`)
  const cookies = await context.cookies()
  expect(cookies.map(({ name }) => name).toSorted()).toEqual(['__Host-admin.device', '__Host-admin.session_token'])
  for (const cookie of cookies)
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: '127.0.0.1' })

  const plain = await context.request.post('/admin/sign-in', {
    headers: { origin: site.origin.replace('https:', 'http:') + '0' },
    data: '',
  })
  expect(plain.status()).toBe(403)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/admin\/sign-in/)
  await context.addCookies(cookies)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin\/sign-in/)
  await Promise.all(withCookie)
  await context.close()
})

const SECRET = 'Zaunkoenig'
const FORGED = `{"level":60,"msg":"forged ${SECRET}"}`
const BREAKS = ['\n', '\r\n', '\u2028', '\u001b[2J\u001b[31m', '\u009b31m', '\0', '\b\b\b', '"', '\\"},']

/** Sends raw bytes and waits for the response. */
const bytes = (port: number, text: string) =>
  new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from(text, 'latin1')))
    socket
      .on('data', () => {})
      .on('error', () => {})
      .on('close', () => resolve())
      .setTimeout(10_000, () => socket.destroy())
  })

test('no anonymous request forges a log line or has its content logged', async ({ request, site }) => {
  const port = Number(new URL(site.behind).port)
  let sent = 0
  for (const mark of BREAKS) {
    const text = `${mark}${FORGED}${mark}`
    const coded = encodeURIComponent(text)
    for (const path of [
      `/${coded}`,
      `/tx/${coded}`,
      `/statements?q=${coded}`,
      `/api/v1/${coded}?q=${coded}`,
      `/admin/${coded}`,
    ])
      sent += (await raw(site.behind, path, { 'user-agent': SECRET, cookie: `admin.session_token=${SECRET}` })) ? 1 : 0
    for (const head of [
      `GET /${text} HTTP/1.1`,
      `GET / HTTP/1.1\r\nUser-Agent: ${text}`,
      `GET / HTTP/1.1\r\nHost: ${text}`,
      text,
    ])
      sent += (await bytes(port, `${head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`), 1)
    const forms: Record<string, string>[] = [
      { email: `${SECRET}@admin.example`, password: text, text },
      { $ACTION_REF_1: '', '$ACTION_1:0': text, '$ACTION_1:1': FORGED },
      { [`$ACTION_ID_${SECRET}`]: text },
    ]
    for (const path of ['/admin/sign-in', '/suggest'])
      for (const multipart of forms)
        sent += (await request.post(site.behind + path, { multipart, headers: { origin: site.origin } })) ? 1 : 0
    const headers = { origin: site.origin, 'next-action': SECRET, 'content-type': 'text/plain' }
    sent += (await request.post(`${site.behind}/admin/sign-in`, { headers, data: text })) ? 1 : 0
  }
  const lines = site.log().split('\n').filter(Boolean)
  const known = /^(level|time|msg|err|method|path|status|ms|id|turnedAway|reason|account|leftOut)$/
  for (const line of lines) {
    const said = JSON.parse(line) as Record<string, unknown>
    expect(Object.keys(said).filter((name) => !known.test(name))).toEqual([])
    expect(line).toMatch(/^[\x20-\x7e…⨯]*$/)
  }
  expect(site.log()).not.toContain(SECRET)
  expect(lines.length).toBeGreaterThan(10)
  console.log(`${sent} hostile requests left ${lines.length} lines in the log`)
})
