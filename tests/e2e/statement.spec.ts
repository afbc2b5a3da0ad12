import { expect, openStatement, test } from './reading'

test('a statement shows its speaker, role, place and fidelity', async ({ quiet: page }) => {
  await openStatement(page, '/tx/grand-prairie', 'Daniel Scesney')
  const main = page.locator('main')
  await expect(main).toContainText('Police Chief')
  await expect(main.getByRole('link', { name: 'Grand Prairie Police Department' }).first()).toBeVisible()
  await expect(main).toContainText('Between 13 and 17 January 2025')
  await expect(main.locator('blockquote').first()).toContainText(
    'My officers would not be using their time efficiently',
  )
  await expect(main).toContainText('Reported word for word by KERA')
  await expect(main.getByText('Entry updated')).toBeVisible()
})

test('two wordings appear side by side, with the altered copy labeled and the differences marked', async ({
  quiet: page,
}) => {
  await openStatement(page, '/tx/grand-prairie', 'Daniel Scesney')
  const wordings = page
    .getByRole('region', { name: 'Wordings' })
    .or(page.locator('section', { has: page.getByRole('heading', { name: 'Wordings' }) }))
    .first()
  await expect(wordings).toContainText('Preferred wording')
  await expect(wordings).toContainText('Altered copy, printed by newsnetdaily.com')
  await expect(wordings).toContainText('Rewrite of')
  await expect(wordings.locator('mark').getByText('effectively')).toBeVisible()
  await expect(wordings.getByText('[instead of “efficiently”]')).toBeVisible()
  const [first, second] = await Promise.all(
    ['Preferred wording', 'Altered copy'].map((name) =>
      wordings.getByText(name, { exact: true }).first().boundingBox(),
    ),
  )
  expect(first!.y).toBe(second!.y)
})

test('a paraphrase is labeled and never in quotation marks', async ({ quiet: page }) => {
  await openStatement(page, '/il', 'JB Pritzker')
  const main = page.locator('main')
  await expect(main.getByText('Paraphrase', { exact: true }).first()).toBeVisible()
  await expect(main.locator('blockquote')).toHaveCount(0)
})

test('a joint statement lists eleven signatories equally and counts once', async ({ quiet: page }) => {
  await page.goto('/hi')
  await page
    .locator('main')
    .getByRole('link', { name: /11 signatories|Anne Lopez and/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Joint statement of 11 signatories')
  for (const state of [
    'California',
    'New York',
    'Colorado',
    'Connecticut',
    'Illinois',
    'Maryland',
    'Massachusetts',
    'New Mexico',
    'Rhode Island',
    'Vermont',
    'Hawaii',
  ])
    await expect(page.locator('main').getByText(state).first()).toBeVisible()
  const address = new URL(page.url()).pathname
  for (const state of ['/ca', '/vt']) {
    await page.goto(state)
    await expect(page.locator(`main a[href="${address}"]`).first()).toBeVisible()
  }
})

test('a source’s error appears next to its correction', async ({ quiet: page }) => {
  await openStatement(page, '/ca', 'Adam Schiff')
  await expect(page.locator('main')).toContainText('U.S. Senator')
  await expect(page.locator('main')).toContainText('Rep. Adam Schiff')
  await openStatement(page, '/wi', 'Sylvia Ortiz-Velez')
  await expect(page.locator('main')).toContainText('State Representative')
})

test('a statement prints its sources’ addresses', async ({ quiet: page }) => {
  await openStatement(page, '/tx/grand-prairie', 'Daniel Scesney')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  const after = await page
    .locator('main a[href^="https://www.keranews.org"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(after).toContain('keranews.org')
})

test('the head has JSON-LD, the title, the canonical URL and the alternate language', async ({ quiet: page }) => {
  await openStatement(page, '/tx/grand-prairie', 'Daniel Scesney')
  const address = new URL(page.url()).pathname
  await expect(page).toHaveTitle(/Daniel Scesney/)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${address}$`))
  await expect(page.locator('link[hreflang=es]')).toHaveAttribute('href', new RegExp(`/es${address}$`))
  const data = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(data.map((text) => JSON.parse(text)['@type'])).toEqual(expect.arrayContaining(['BreadcrumbList', 'WebPage']))
  expect(data.join()).toContain('efficiently')
  const image = await page.locator('meta[property="og:image"]').getAttribute('content')
  const answer = await page.request.get(new URL(image!).pathname + new URL(image!).search)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
})
