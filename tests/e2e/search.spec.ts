import { expect, test } from './reading'

test('typing “minnea” suggests Minneapolis, and Enter opens it', async ({ quiet: page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Find a place, a person or words' })
  await field.pressSequentially('minnea')
  await expect(page.getByRole('option', { name: 'Minneapolis, Minnesota' })).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status')).toContainText('suggestions')
  await field.press('Enter')
  await expect(page).toHaveURL('/mn/minneapolis')
})

test('arrow keys select, Escape closes, and text that matches no name is searched', async ({ quiet: page }) => {
  await page.goto('/es')
  const field = page.locator('#q')
  await field.pressSequentially('mike johnson')
  const option = page.getByRole('option', { name: 'Mike Johnston' })
  await expect(option).toHaveAttribute('aria-selected', 'false')
  await field.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id'))!)
  await field.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/es\/officials\/\w+-mike-johnston$/)
  await page.goto('/')
  await page.locator('#q').fill('sanctuary')
  await page.locator('#q').press('Enter')
  await expect(page).toHaveURL('/search?q=sanctuary')
})

test('an exact name ranks first, and similar names do not crowd it out', async ({ request }) => {
  const names = async (q: string) =>
    ((await (await request.get(`/api/suggest?q=${encodeURIComponent(q)}`)).json()) as { name: string }[]).map(
      (one) => one.name,
    )
  expect((await names('garcia'))[0]).toContain('García')
  expect(await names('garcia')).not.toContain('Gary, Indiana')
  expect((await names('chuy garcia'))[0]).toContain('García')
  expect((await names('nyc'))[0]).toBe('New York City, New York')
  expect((await names('mike johnson'))[0]).toBe('Mike Johnston')
  expect(await names('st louis')).toEqual(expect.arrayContaining(['St. Louis, Missouri', 'St. Louis County, Missouri']))
  expect((await names('mineapolis'))[0]).toBe('Minneapolis, Minnesota')
  for (const odd of ['', ' ', '%', '_', '\\', "'", '\ufffd', 'x'.repeat(500)])
    expect(Array.isArray(await names(odd)), odd).toBe(true)
})

test('a list search highlights its terms and ranks the best match first', async ({ quiet: page }) => {
  await page.goto('/statements')
  const order = page.getByLabel('Order', { exact: true })
  await expect(order).toHaveValue('')
  await expect(order.locator('option').first()).toHaveText('Latest first')
  await page.getByLabel('Words', { exact: true }).fill('officers efficient')
  await expect(page.locator('blockquote mark.found').first()).toHaveText('officers')
  await expect(order.locator('option').first()).toHaveText('Best match first')
  await order.selectOption({ label: 'Latest first' })
  await expect(page).toHaveURL(/\?q=officers\+efficient&sort=newest$/)
  await page.goBack()
  await expect(order).toHaveValue('')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a list search ranks the exact name first and highlights matches, ignoring accents', async ({ page }) => {
    await page.goto('/officials?q=chuy+garcia')
    await expect(page.locator('main tbody th mark').first()).toHaveText('Chuy')
    await expect(page.locator('main tbody th mark').nth(1)).toHaveText('García')
    await page.goto('/jurisdictions?q=illinois')
    await expect(page.locator('main tbody th').first()).toHaveText('Illinois')
    await page.goto('/search?q=garcia')
    await expect(page.locator('main mark').first()).toHaveText('García')
    await page.goto(`/statements?q=${encodeURIComponent('"><img src=x onerror=alert(1)> police')}`)
    await expect(page.locator('main img')).toHaveCount(0)
  })
  test('the search ranks the intended person first', async ({ page }) => {
    await page.goto('/')
    await page.getByLabel('Find a place, a person or words').fill('garcia')
    await page.getByRole('button', { name: 'Search' }).last().click()
    await expect(page).toHaveURL('/search?q=garcia')
    await expect(page.locator('main').getByRole('heading', { level: 2 }).nth(1)).toHaveText('Officials')
    await expect(
      page
        .locator('main')
        .getByRole('link', { name: /García/ })
        .first(),
    ).toBeVisible()
  })
})
