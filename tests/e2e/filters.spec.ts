import type { Page } from '@playwright/test'
import { found } from './axe'
import { expect, test } from './reading'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const entries = (page: Page) => page.locator('.entries > li')
const open = async (page: Page, filter: string) => {
  const summary = page.locator('.filters summary', { hasText: filter }).first()
  if ((await summary.locator('..').getAttribute('open')) === null) await summary.click()
}
const box = (page: Page, name: RegExp) => page.locator('.filters').getByRole('checkbox', { name })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('filters can be selected, applied, read and removed', async ({ page }) => {
    await page.goto('/statements')
    await open(page, 'Stance that rests on it')
    await box(page, /^Will not cooperate/).check()
    await open(page, 'State')
    await box(page, /^Texas/).check()
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(page).toHaveURL(/\/statements\?state=TX&stance=will_not_cooperate$/)
    const rows = await entries(page).count()
    expect(rows).toBeGreaterThan(0)
    await expect(heading(page)).toHaveText(
      `${rows} ${rows === 1 ? 'statement' : 'statements'} in Texas with the stance: will not cooperate`,
    )
    await expect(box(page, /^Texas/)).toBeChecked()
    await page.getByRole('link', { name: 'Remove: State: Texas' }).click()
    await expect(page).toHaveURL(/\/statements\?stance=will_not_cooperate$/)
    expect(await entries(page).count()).toBeGreaterThanOrEqual(rows)
  })

  test('every option shows its count, and an empty option is disabled', async ({ page }) => {
    await page.goto('/statements')
    await open(page, 'State')
    const states = page.locator('[data-filter=state] label')
    expect(await states.count()).toBe(56)
    const counts = new Set<string>()
    for (const state of await states.all()) {
      const count = (await state.locator('.box-count').textContent())!
      expect(count).toMatch(/^\d+$/)
      await expect(state.getByRole('checkbox')).toBeEnabled({ enabled: count !== '0' })
      counts.add(count)
    }
    expect(counts.size).toBeGreaterThan(2)
    expect(counts).toContain('0')
  })

  test('an option’s count equals its number of results', async ({ page }) => {
    await page.goto('/statements?state=CA')
    await open(page, 'Topic')
    const option = page.locator('[data-filter=topic] label:not(.box-off)').first()
    const count = Number(await option.locator('.box-count').textContent())
    await option.locator('input').check()
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(entries(page)).toHaveCount(count)
  })

  test('an empty list suggests which filter to remove and shows the resulting count', async ({ page }) => {
    await page.goto('/statements?q=zzzzqqqq&state=TX')
    await expect(heading(page)).toHaveText('No statements with “zzzzqqqq” in Texas')
    const way = page.getByRole('link', { name: /^Without the filter “Words”: \d+ result/ })
    const count = Number(/(\d+) result/.exec((await way.textContent())!)![1])
    await way.click()
    expect(await entries(page).count()).toBe(count)
  })

  test('an invalid parameter is reported and ignored', async ({ page }) => {
    const answer = await page.goto('/statements?state=TX&topic=nonsense&colour=red&from=2025-02-30')
    expect(answer!.status()).toBe(200)
    for (const text of ['topic=nonsense', 'colour=red', 'from=2025-02-30'])
      await expect(page.locator('.not-understood')).toContainText(text)
    await expect(heading(page)).toContainText('in Texas')
  })

  test('a date range counts what is certainly in it, and offers what may be', async ({ page }) => {
    await page.goto('/statements?from=1901&to=1901')
    await expect(heading(page)).toHaveText('No statements, in 1901')
    const count = Number.parseInt((await page.locator('.possible-dates').textContent())!, 10)
    await page.getByRole('link', { name: /may fall in it/ }).click()
    await expect(page).toHaveURL(/from=1901&to=1901&possible=yes/)
    expect(await entries(page).count()).toBe(count)
    await expect(page.getByLabel('With dates that may fall in it')).toBeChecked()
    await page.goto('/statements?from=2999&to=2999')
    await expect(page.locator('.possible-dates')).toHaveCount(0)
  })

  test('several topics match any or all', async ({ page }) => {
    await page.goto('/statements?topic=enforcement-participation&topic=local-cooperation')
    const any = Number.parseInt((await heading(page).textContent())!, 10)
    await page.locator('[data-filter=topic]').getByRole('checkbox', { name: 'all of these topics' }).check()
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(page).toHaveURL(/topics=all/)
    expect(Number.parseInt((await heading(page).textContent())!, 10) || 0).toBeLessThan(any)
  })

  test('entries can be filtered by update date', async ({ page }) => {
    await page.goto('/statements')
    const all = Number.parseInt((await heading(page).textContent())!, 10)
    await page.getByLabel('Updated since').fill('2020-01-01')
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(heading(page)).toHaveText(`${all} statements, updated since 1 January 2020`)
    await page.goto('/statements?since=2999')
    await expect(heading(page)).toHaveText('No statements, updated since 2999')
  })

  test('stances can be filtered by past day, and instruments by binding force', async ({ page }) => {
    await page.goto('/stances?on=2025-03-01')
    await expect(heading(page)).toHaveText(/^\d+ stances, as of 1 March 2025$/)
    await page.goto('/policies?binding=yes')
    await expect(heading(page)).toHaveText(/^\d+ polic(y|ies), binding$/)
  })

  test('everybody’s statements are counted, and a filter leaves out those who only represent', async ({ page }) => {
    await page.goto('/statements')
    const all = Number.parseInt((await heading(page).textContent())!, 10)
    await box(page, /^Those who govern the place/).check()
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(heading(page)).toContainText('by those who govern the place')
    expect(Number.parseInt((await heading(page).textContent())!, 10)).toBeLessThan(all)
  })

  test('an address with a code of an earlier version leads to the code of today', async ({ page }) => {
    await page.goto('/stances?stance=will_not_assist&basis=written_instrument')
    await expect(page).toHaveURL('/stances?stance=will_not_cooperate&basis=instrument')
    await page.goto('/statements?topic=local-limits')
    await expect(page).toHaveURL('/statements?topic=local-cooperation')
  })

  test('the pages of a filtered list contain each record once', async ({ page }) => {
    await page.goto('/statements?sort=updated')
    const total = Number.parseInt((await heading(page).textContent())!, 10)
    const seen = await entries(page).locator('h3').allTextContents()
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page).toHaveURL(/sort=updated&after=/)
    expect(seen.length + (await entries(page).count())).toBe(total)
  })
})

test('a filter change applies at once, is announced, and Back reverts it', async ({ quiet: page }) => {
  await page.goto('/statements')
  const before = (await heading(page).textContent())!
  await open(page, 'State')
  await box(page, /^Illinois/).check()
  await expect(page).toHaveURL(/\/statements\?state=IL$/)
  await expect(heading(page)).toHaveText(/in Illinois$/)
  await expect(page.locator('main').getByRole('status')).toHaveText((await heading(page).textContent())!)
  await expect(box(page, /^Illinois/)).toBeFocused()
  await expect(page.getByRole('link', { name: 'Español' }).first()).toHaveAttribute('href', '/es/statements?state=IL')
  await expect(page.locator('#take-away a[href^="/statements.csv"]')).toHaveAttribute('href', /state=IL/)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/statements\?state=IL$/)
  const rows = await entries(page).count()
  await page.reload()
  expect(await entries(page).count()).toBe(rows)
  await expect(box(page, /^Illinois/)).toBeChecked()
  await page.goBack()
  await expect(heading(page)).toHaveText(before)
  await open(page, 'State')
  await expect(box(page, /^Illinois/)).not.toBeChecked()
})

test('Back restores the scroll position', async ({ quiet: page }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await page.goto('/statements')
  await open(page, 'Topic')
  const option = box(page, /^Joining operations/)
  await option.scrollIntoViewIfNeeded()
  const top = await page.evaluate(() => scrollY)
  await option.check()
  await expect(heading(page)).toContainText('about joining operations')
  await page.evaluate(() => scrollTo(0, 0))
  await page.goBack()
  await expect(heading(page)).not.toContainText('about')
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(Math.round(top))
  await expect(option).not.toBeChecked()
})

test('search runs while typing, and the field keeps the focus', async ({ quiet: page }) => {
  await page.goto('/officials')
  await page.getByLabel('Words', { exact: true }).pressSequentially('garc')
  await expect(page).toHaveURL(/\/officials\?q=garc$/)
  await expect(page.locator('main')).toContainText('García')
  await expect(page.getByLabel('Words', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Words', { exact: true })).toHaveValue('garc')
})

test('axe reports no serious violation, and every target is large enough', async ({ page }) => {
  for (const path of [
    '/statements?state=TX&topic=nonsense',
    '/es/stances?on=2025-03',
    '/statements?q=zzzz',
    '/policies',
  ])
    for (const width of path === '/policies' ? [360, 1280] : [360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      if (width === 360) await page.locator('.filters-title').click()
      for (const summary of await page.locator('.filters .filter > summary').all()) await summary.click()
      expect(await found(page)).toEqual([])
    }
})

test('all rows of a view print on one page, with its URL and the date', async ({ page }) => {
  await page.goto('/statements')
  await page.getByRole('link', { name: /^All \d+ on one page, to print$/ }).click()
  await expect(page).toHaveURL(/\/statements\?rows=all$/)
  const total = Number(/^\d+/.exec((await heading(page).textContent())!)![0])
  expect(total).toBeGreaterThan(25)
  await expect(entries(page)).toHaveCount(total)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-only').last()).toContainText('/statements?rows=all')
  await expect(page.locator('.print-only').last()).toContainText(String(new Date().getUTCFullYear()))
})
