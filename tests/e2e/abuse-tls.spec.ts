import { freePort } from '@/scripts/postgres/launch'
import { expect, test } from './desk'
import { PEOPLE } from './people'
import { siteBehindTls } from './tls'

let site: Awaited<ReturnType<typeof siteBehindTls>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await siteBehindTls(await freePort())
})

test.describe.configure({ mode: 'default' })

test.afterAll(() => site?.stop())

const STRICT = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\), geolocation=\(\), microphone=\(\)/),
}

test('behind TLS, public pages and sign-in have the strict headers, and their scripts run by hash alone', async ({
  browser,
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
    expect(policy, path).toMatch(/^default-src 'none'; script-src 'self'( 'sha256-[\w+/=]+')*; /)
    expect(policy, path).toMatch(/; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/)
    expect(policy, path).not.toMatch(/unsafe|http:|\*/)
  }
  expect(await context.cookies()).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('behind TLS, the cookies of the desk are this host’s alone and secure, and signing in and out works', async ({
  browser,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: site.origin })
  const page = await context.newPage()
  await page.goto('/admin/entries')
  await page.getByLabel('E-mail address').fill(PEOPLE.editor.email)
  await page.getByLabel('Password').fill(PEOPLE.editor.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${site.origin}/admin/entries`)
  const cookies = await context.cookies()
  expect(cookies.map(({ name }) => name).toSorted()).toEqual(['__Host-desk.device', '__Host-desk.session_token'])
  for (const cookie of cookies)
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: 'localhost' })

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
  await context.close()
})
