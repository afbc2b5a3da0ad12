import { expect, test } from './reading'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('compares places, adds one by name and removes one', async ({ page }) => {
      await page.goto('/compare?place=/tx/el-paso&place=/nv/las-vegas')
      const main = page.locator('main')
      const heads = main.locator('.compare-place')
      await expect(heads).toHaveText(['El Paso, Texas', 'Las Vegas, Nevada'])
      await expect(main.getByText('Will cooperate', { exact: true }).first()).toBeVisible()
      await main.getByLabel('Add a place').fill('Omaha, Nebraska')
      await main.getByRole('button', { name: 'Show' }).click()
      await page.waitForURL(/add=Omaha/)
      const radio = main.getByRole('radio', { name: 'Omaha, Nebraska', exact: true })
      if (await radio.isVisible()) {
        await radio.check()
        await main.getByRole('button', { name: 'Show' }).click()
      }
      await expect(heads).toHaveText(['El Paso, Texas', 'Las Vegas, Nevada', 'Omaha, Nebraska'])
      await main.getByRole('link', { name: 'Remove El Paso, Texas' }).click()
      await expect(heads).toHaveText(['Las Vegas, Nevada', 'Omaha, Nebraska'])
    })

    test('shows the stances on a past day', async ({ page }) => {
      await page.goto('/compare?place=/nv/las-vegas&place=/ca/huntington-beach&on=2025-03-01')
      const agreement = page.locator('main').getByRole('row', { name: /^287\(g\) agreement/ })
      await expect(page.locator('main')).toContainText('As of 1 March 2025')
      await expect(agreement).toHaveCount(0)
      const recorded = page.locator('main').getByRole('row', { name: /^Recorded/ })
      await expect(recorded.getByRole('cell').first()).toHaveText('1 statement, no policies')
      await page.goto('/compare?place=/nv/las-vegas&place=/ca/huntington-beach&on=2025-07-01')
      await expect(agreement).toContainText('Will cooperate')
      await expect(recorded.getByRole('cell').first()).toHaveText('1 statement, 1 policy')
    })
  })

test('any query string gets a page that lists the ignored parameters', async ({ page, request }) => {
  await page.goto('/compare?place=/tx/el-paso&place=Texas&on=2025-02-30')
  await expect(page.locator('main').getByRole('status')).toContainText('Texas, 2025-02-30')
  for (const odd of ['?place=', '?on=x&on=y', '?place[]=1', '?place=/zz/nowhere', '?add=%27%25'])
    expect((await request.get(`/compare${odd}`)).status(), odd).toBe(200)
})

test('a place’s page links to its comparison', async ({ page }) => {
  await page.goto('/tx/el-paso')
  await page.getByRole('link', { name: 'Compare with another place' }).click()
  await expect(page).toHaveURL('/compare?place=/tx/el-paso')
})
