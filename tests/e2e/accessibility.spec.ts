import type { Page } from '@playwright/test'
import { serious } from './axe'
import { expect, test } from './reading'
import { LISTS, RECORD_TYPES } from './record-types'

const TEMPLATES = [
  '/',
  '/tx',
  '/tx/el-paso',
  '/nv/las-vegas',
  '/tx/el-paso-county',
  '/ct/bridgeport-school-district',
  '/mt/bozeman',
  ...LISTS.map((type) => `/${type}`),
  '/statements?view=table',
  '/statements?q=police',
  '/timeline',
  '/map',
  '/map?topic=services-access',
  '/compare',
  '/compare?place=/tx/el-paso&place=/nv/las-vegas&on=2025-03-01',
  '/data',
  '/feeds',
  '/about/api',
  '/about/corrections',
  '/embed/statements?state=TX',
  '/embed/map',
  '/search?q=johnson',
  '/search?q=zzzzqqqq',
  '/about',
  '/about/methodology',
  '/about/codebook',
  '/nowhere',
]
/** The static pages and one record of each record type. */
const pages = async (page: Page): Promise<string[]> => {
  const records: string[] = []
  for (const type of RECORD_TYPES) {
    await page.goto(`/${type}`)
    records.push((await page.locator(`main a[href^="/${type}/"]`).first().getAttribute('href'))!)
  }
  return [...TEMPLATES, ...records]
}

// Only contrast depends on the theme, and contrast alone does not depend on the language. Half of the pages in each
// test, so that they run side by side.
for (const half of [0, 1]) {
  const name = half ? 'the second half of the templates' : 'the first half of the templates'

  test(`axe reports no serious violation in English, light and dark, on ${name}`, async ({ page }) => {
    const found: string[] = []
    page.on('console', (message) => /content security policy/i.test(message.text()) && found.push(message.text()))
    for (const path of (await pages(page)).filter((_, at) => at % 2 === half)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      found.push(...(await serious(page)))
      await page.emulateMedia({ colorScheme: 'dark' })
      found.push(...(await serious(page, 'contrast')))
    }
    expect(found).toEqual([])
  })

  test(`axe reports no serious violation in Spanish on ${name}`, async ({ page }) => {
    const found: string[] = []
    for (const path of (await pages(page)).filter((_, at) => at % 2 === half)) {
      await page.goto(`/es${path}`)
      found.push(...(await serious(page, 'everything but contrast')))
    }
    expect(found).toEqual([])
  })
}

test('no page scrolls horizontally at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const wide: string[] = []
  for (const path of [...TEMPLATES, '/es/nv/las-vegas', '/es/about/codebook']) {
    await page.goto(path)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path)
  }
  expect(wide).toEqual([])
})

test('the page fits the viewport at 200 % zoom', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 480 })
  for (const path of ['/', '/nv/las-vegas', '/statements']) {
    await page.goto(path)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
  }
})

test('the skip link is the first link and moves to the content', async ({ quiet: page }) => {
  await page.goto('/nv/las-vegas')
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  await expect(skip).toHaveAttribute('href', '#content')
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
})

test('reduced motion is honored', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0.01)
        .length,
  )
  expect(moving).toBe(0)
})

test('the chosen theme applies before the first paint and persists', async ({ quiet: page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.getByLabel('Appearance').selectOption({ label: 'Dark' })
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.goto('/statements', { waitUntil: 'commit' })
  await page.waitForSelector('body')
  expect(await paper()).toBe(dark)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a place, reads it and follows the evidence', async ({ page }) => {
    await page.goto('/')
    await page.locator('main input[name=q]').fill('minnea')
    await page.locator('main').getByRole('button', { name: 'Search' }).click()
    await page.locator('main').getByRole('link', { name: 'Minneapolis, Minnesota', exact: true }).first().click()
    await expect(page.locator('h1')).toHaveText('Minneapolis, Minnesota')
    await page.locator('main').getByRole('link', { name: 'Brian O’Hara' }).first().click()
    await expect(page.locator('blockquote').first()).toContainText('chilling effect')
    await page
      .getByText(/^Words of the source/)
      .first()
      .click()
    await expect(page.locator('details[open]').first()).toBeVisible()
  })

  test('a missing page returns a 404 page', async ({ page }) => {
    await page.goto('/es/nada')
    await expect(page.locator('main h1')).toBeVisible()
  })
})
