import { expect, test } from './reading'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('federal actions and responses appear in a figure and in a chronological list', async ({ page }) => {
      await page.goto('/timeline')
      await expect(page.getByRole('img', { name: /^Federal actions, what was said and what was done/ })).toBeVisible()
      const months = await page.locator('.month-head').allTextContents()
      const times = months.map((month) => Date.parse(`1 ${month}`))
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      const main = page.locator('main')
      for (const kind of ['Said', 'Done', 'Federal'])
        await expect(main.locator('.timeline-kind').getByText(kind, { exact: true }).first()).toBeVisible()
      await main.getByRole('link', { name: 'Next page' }).click()
      await expect(page).toHaveURL(/\/timeline\?after=/)
      await expect(page.locator('.month-head').first()).toBeVisible()
    })
  })

test('the Spanish figure has Spanish months and English quotations', async ({ quiet: page }) => {
  await page.goto('/es/timeline')
  await expect(page.locator('figure.timeline-figure svg')).toHaveAttribute('aria-label', /federales/)
  await expect(page.locator('.month-head').first()).toHaveText(/^(Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre) de 20\d\d$/) // prettier-ignore
  await expect(page.locator('main blockquote').first()).toHaveAttribute('lang', 'en')
})

test('the figure scrolls by keyboard on a narrow page and can be downloaded', async ({ quiet: page, request }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/timeline')
  const region = page.getByRole('region', { name: 'Federal actions and what answered them' })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0)
  const file = await page.getByRole('link', { name: 'SVG' }).getAttribute('href')
  expect(await (await request.get(file!)).text()).toContain('CC BY 4.0')
})

test('the timeline and a comparison print without clipping and with their URL', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  for (const path of [
    '/timeline',
    '/es/compare?place=/tx/el-paso&place=/nv/las-vegas&place=/ne/omaha&place=/ca/huntington-beach',
  ]) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true)
    await expect(page.locator('main > .print-only')).toContainText(path.split('?')[0]!)
    await expect(page.getByRole('navigation').first()).toBeHidden()
  }
})

test('every element focused by keyboard has a visible focus indicator', async ({ page }) => {
  for (const path of ['/', '/map', '/statements?view=table', '/compare?place=/tx/el-paso', '/data']) {
    await page.goto(path)
    const plain: string[] = []
    for (let at = 0; at < 30; at++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement
        if (!one || one === document.body) return null
        // The focus ring of an area is on its shape.
        const ring = one.closest('svg') ? one.querySelector('path, rect, circle') : one
        const { outlineStyle, outlineWidth, stroke } = getComputedStyle(ring ?? one)
        const shown = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || stroke !== 'none'
        return shown ? null : one.outerHTML.slice(0, 80)
      })
      if (seen) plain.push(seen)
    }
    expect(plain, path).toEqual([])
  }
})
