import { expect, openStatement, test } from './reading'

test('the language switch keeps the path, and the page declares its language', async ({ quiet: page }) => {
  await page.goto('/search?q=omaha')
  await page.getByRole('link', { name: 'Español' }).first().click()
  await expect(page).toHaveURL(/\/es\/search\?q=omaha$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await page.getByRole('link', { name: 'English' }).first().click()
  await expect(page).toHaveURL(/\/search\?q=omaha$/)
})

test('Omaha’s Spanish page has Spanish stances, roles and dates, and English quotations', async ({ quiet: page }) => {
  await page.goto('/es/ne/omaha')
  const main = page.locator('main')
  await expect(main.getByText('No cooperará', { exact: true }).first()).toBeVisible()
  await expect(main).toContainText('Alcaldesa')
  await expect(main).toContainText('24 de enero de 2025')
  await expect(main).toContainText('Departamento de policía')
  const quote = main.locator('blockquote', { hasText: 'no plans to participate' }).first()
  expect(await quote.evaluate((one) => one.closest('[lang]')!.getAttribute('lang'))).toBe('en')
})

test('summaries are Spanish', async ({ quiet: page }) => {
  await openStatement(page, '/es/ne/omaha', 'Todd Schmaderer')
  await expect(page.locator('main')).toContainText(/departamento/i)
})

test('the Spanish interface has no English words', async ({ quiet: page }) => {
  // Words that only the English interface has; names, quotations and source words are marked as English.
  const english =
    /\b(the|and|with|from|statements?|policies|stances|entry|entries|sources?|found|nothing|recorded|between|january|february|published|county seat|will|must|not)\b/i
  const NAMES =
    /City and County of Denver|U\.S\. Immigration and Customs Enforcement|Meet the Press|“[^”]*”|https?:\S+/g
  const left: string[] = []
  const paths = [
    '/es',
    '/es/tx',
    '/es/ne/omaha',
    '/es/nv/las-vegas',
    '/es/statements',
    '/es/policies',
    '/es/stances',
    '/es/officials',
    '/es/federal-actions',
    '/es/timeline',
    '/es/about',
    '/es/about/methodology',
    '/es/about/codebook',
    '/es/search?q=xyzxyz',
  ]
  for (const path of paths) {
    await page.goto(path)
    const texts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!
        if (parent.closest('[lang]')!.getAttribute('lang') !== 'es') continue
        if (parent.closest('script, style, code, a, cite, [translate=no]')) continue
        if (node.textContent!.trim()) found.push(node.textContent!.trim())
      }
      return found
    })
    left.push(...texts.filter((text) => english.test(text.replace(NAMES, ''))).map((text) => `${path}: ${text}`))
  }
  expect(left).toEqual([])
})
