import { CORRECTED, WITHDRAWN } from './history'
import { expect, test } from './reading'

test('a URL with a missing or wrong slug or a redundant locale redirects to the canonical URL', async ({ request }) => {
  const list = await (await request.get('/statements')).text()
  const [path, id] = /\/statements\/([0-9a-z]{10})-[a-z-]+/.exec(list)!
  for (const other of [`/statements/${id}`, `/statements/${id}-other-words`]) {
    const answer = await request.get(other, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, path])
  }
  expect((await request.get('/en/tx/el-paso', { maxRedirects: 0 })).headers().location).toBe('/tx/el-paso')
  expect((await request.get('/co/denver-county', { maxRedirects: 0 })).headers().location).toBe('/co/denver')
})

test('a withdrawn entry returns 410 with its reason', async ({ page }) => {
  const answer = await page.goto(`/labels/${WITHDRAWN}`)
  expect(answer!.status()).toBe(410)
  await expect(page.locator('main')).toContainText('Somebody else said it.')
  const spanish = await page.goto(`/es/labels/${WITHDRAWN}`)
  expect(spanish!.status()).toBe(410)
  await expect(page.locator('main')).toContainText('Lo dijo otra persona.')
})

test('version 1 stays readable and links to the newer version', async ({ quiet: page }) => {
  await page.goto('/ct/bridgeport-school-district')
  await page.locator('main').getByRole('link', { name: CORRECTED.name }).last().click()
  await expect(page.locator('main')).toContainText(CORRECTED.alias)
  const current = page.url()
  await page.goto(`${current}?version=1`)
  await expect(page.locator('main')).toContainText(/version 1/i)
  // The changes since then have a separate section; the record itself is the old version.
  const changed = page.locator('main section', { has: page.getByRole('heading', { name: 'What changed' }) }).last()
  await expect(changed).toContainText(CORRECTED.alias)
  await changed.evaluate((section) => section.remove())
  await expect(page.locator('main')).not.toContainText(CORRECTED.alias)
  await page
    .locator('main')
    .getByRole('link', { name: /current|newest|latest/i })
    .first()
    .click()
  await expect(page).toHaveURL(current)
})

for (const [path, words, lang] of [
  ['/tx/atlantis', /not|no page/i, 'en'],
  ['/es/tx/atlantis', /no/i, 'es'],
  ['/statements/zzzzzzzzzz', /not|no page/i, 'en'],
  ['/es/nada/de/nada', /no/i, 'es'],
] as const)
  test(`${path} returns a localized 404 page with links`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer!.status()).toBe(404)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    await expect(page.locator('main h1')).toHaveText(words)
    await expect(
      page.locator('main').getByRole('searchbox').or(page.locator('main input[name=q]')).first(),
    ).toBeVisible()
  })

test('every list and page of the menu loads', async ({ quiet: page }) => {
  await page.goto('/')
  const paths = await page
    .locator('header a[href^="/"], footer a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  for (const path of new Set(paths)) expect((await page.goto(path))!.status(), path).toBe(200)
})

test('the pages of a list contain each record once', async ({ quiet: page }) => {
  await page.goto('/statements')
  const total = Number(/^\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent())!)![0])
  const seen: string[] = []
  for (let pages = 0; pages < 10; pages++) {
    seen.push(
      ...(await page
        .locator('main article a[href^="/statements/"]')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))])),
    )
    const next = page.getByRole('link', { name: 'Next page' })
    if (!(await next.count())) break
    await next.click()
  }
  expect(total).toBeGreaterThan(25)
  expect(new Set(seen).size).toBe(seen.length)
  // Other tests publish meanwhile.
  expect(seen.length).toBeGreaterThanOrEqual(total)
})

test('the sitemap lists every record in both languages', async ({ request }) => {
  const index = await (await request.get('/sitemap.xml')).text()
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) =>
    address!.replaceAll('&amp;', '&').replace(/^https?:\/\/[^/]+/, ''),
  )
  expect(files.length).toBeGreaterThan(5)
  const all = (await Promise.all(files.map(async (file) => (await request.get(file)).text()))).join('')
  expect(all).toContain('/tx/el-paso<')
  expect(all).toContain('/es/tx/el-paso"')
  expect(all).not.toContain(WITHDRAWN)
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
})
