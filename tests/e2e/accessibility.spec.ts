import type { Page } from '@playwright/test'
import { serious } from './axe'
import { expect, test } from './reading'
import { LISTS, RECORD_TYPES } from './record-types'

/** Addresses of each template. The first of a line is checked in every way, the others in one way each, in turn. */
const TEMPLATES: string[][] = [
  ['/'],
  ['/nv/las-vegas', '/tx', '/tx/el-paso', '/tx/el-paso-county', '/ct/bridgeport-school-district', '/mt/bozeman'],
  LISTS.map((type) => `/${type}`),
  ['/statements?view=table'],
  ['/statements?q=police'],
  ['/timeline'],
  ['/map', '/map?topic=services-access'],
  ['/compare?place=/tx/el-paso&place=/nv/las-vegas&on=2025-03-01', '/compare'],
  ['/data'],
  ['/feeds'],
  ['/about/api', '/about', '/about/methodology', '/about/corrections'],
  ['/embed/statements?state=TX'],
  ['/embed/map'],
  ['/search?q=johnson', '/search?q=zzzzqqqq'],
  ['/about/codebook'],
  ['/nowhere'],
]

/** Only contrast depends on the theme, and contrast alone does not depend on the language. */
const WAYS = ['English, light', 'English, dark, at 320 px', 'Spanish'] as const

/** The templates and one record of each record type, each with the ways in which it is checked. */
const pages = async (page: Page): Promise<{ path: string; ways: readonly string[] }[]> => {
  const records: string[] = []
  for (const type of RECORD_TYPES) {
    await page.goto(`/${type}`)
    records.push((await page.locator(`main a[href^="/${type}/"]`).first().getAttribute('href'))!)
  }
  return [...TEMPLATES, ...records.map((path) => [path])].flatMap((paths) =>
    paths.map((path, at) => ({ path, ways: at === 0 ? WAYS : [WAYS[at % WAYS.length]!] })),
  )
}

const check: Record<(typeof WAYS)[number], (page: Page, path: string) => Promise<string[]>> = {
  'English, light': async (page, path) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(path)
    return serious(page)
  },
  'English, dark, at 320 px': async (page, path) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    return [...(wide ? [`${path} scrolls horizontally`] : []), ...(await serious(page, 'contrast'))]
  },
  Spanish: async (page, path) => {
    await page.goto(`/es${path}`)
    return serious(page, 'everything but contrast')
  },
}

for (const way of WAYS)
  test(`axe reports no serious violation: ${way}`, async ({ page }) => {
    const violations: string[] = []
    page.on('console', (message) => /content security policy/i.test(message.text()) && violations.push(message.text()))
    for (const { path, ways } of await pages(page))
      if (ways.includes(way)) violations.push(...(await check[way](page, path)))
    expect(violations).toEqual([])
  })

test('no page scrolls horizontally at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const wide: string[] = []
  for (const path of [...TEMPLATES.flatMap((paths) => paths.slice(1)), '/es/nv/las-vegas', '/es/about/codebook']) {
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
