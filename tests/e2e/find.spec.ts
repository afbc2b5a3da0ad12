import { expect, test } from './reading'

test('typing “minnea” offers Minneapolis, and Enter opens it', async ({ quiet: page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Find a place, a person or words' })
  await field.pressSequentially('minnea')
  await expect(page.getByRole('option', { name: 'Minneapolis, Minnesota' })).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status')).toContainText('suggestions')
  await field.press('Enter')
  await expect(page).toHaveURL('/mn/minneapolis')
})

test('arrow keys choose, Escape closes, and words that are no name are searched for', async ({ quiet: page }) => {
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

test('a name that is meant comes first, and one that is only similar doesn’t crowd it', async ({ request }) => {
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the search lists results, who was meant first', async ({ page }) => {
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
