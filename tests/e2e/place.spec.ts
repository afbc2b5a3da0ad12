import { expect, test } from './reading'

test('El Paso shows the mayor’s statement, no action yet, and the position of Texas', async ({ quiet: page }) => {
  await page.goto('/tx/el-paso')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('El Paso, Texas')
  await expect(main).toContainText('GEOID 4824000')
  await expect(main.getByRole('link', { name: 'El Paso County, Texas' })).toHaveAttribute('href', '/tx/el-paso-county')
  await expect(main).toContainText('Renard Johnson')
  await expect(main).toContainText('you can live in peace in our community')
  await expect(main).toContainText('Nothing is recorded yet as done')
  await expect(main.getByRole('heading', { name: /State law/ })).toBeVisible()
})

test('Huntington Beach’s cooperation is as prominent as other places’ limits', async ({ quiet: page }) => {
  await page.goto('/ca/huntington-beach')
  const main = page.locator('main')
  await expect(main.getByText('Must cooperate', { exact: true }).first()).toBeVisible()
  await expect(main.getByRole('link', { name: /Resolution No\. 2025-01/ }).first()).toBeVisible()
  await expect(main).toContainText('“non-sanctuary city”')
  await expect(main).toContainText('the place’s own label')
  await expect(main).toContainText('Pat Burns')
})

test('Las Vegas shows the statement of January 2025 next to the later 287(g) agreement', async ({ quiet: page }) => {
  await page.goto('/nv/las-vegas')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { name: 'Las Vegas Metropolitan Police Department' })).toBeVisible()
  await expect(main.getByText('Will cooperate', { exact: true }).first()).toBeVisible()
  await main.getByText('Earlier stances').click()
  await expect(main.getByText('Will not cooperate', { exact: true }).first()).toBeVisible()
  const said = await main.getByText('will not stop and question').first().boundingBox()
  const done = await main.getByText('Signed:').first().boundingBox()
  expect(said!.x).toBeLessThan(done!.x)
  expect(said!.y).toBeLessThan(done!.y)
})

test('a school district’s policy is not attributed to its city', async ({ quiet: page }) => {
  await page.goto('/ct/bridgeport')
  await expect(page.locator('main').getByRole('heading', { name: 'Bridgeport Public Schools' })).toBeVisible()
  await page.goto('/ct/bridgeport-school-district')
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('Bridgeport School District')
  await expect(page.locator('main')).toContainText('Royce Avery')
})

test('members of Congress have their own section on a state’s page', async ({ quiet: page }) => {
  await page.goto('/il')
  const represented = page
    .locator('section', { has: page.getByRole('heading', { name: /Congress|represent/i }) })
    .last()
  await expect(represented).toContainText('Dick Durbin')
  await expect(represented).not.toContainText('JB Pritzker')
})

test('a county page and a place without entries say what is missing', async ({ quiet: page }) => {
  await page.goto('/tx/el-paso-county')
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toHaveText('El Paso County, Texas')
  await page.goto('/mt/bozeman')
  await expect(page.locator('main')).toContainText('Nothing recorded yet')
})

test('places with the same name are disambiguated', async ({ quiet: page }) => {
  await page.goto('/search?q=st+louis')
  const main = page.locator('main')
  await expect(main.getByRole('link', { name: 'St. Louis, Missouri', exact: true })).toHaveAttribute(
    'href',
    '/mo/st-louis',
  )
  await expect(main.getByRole('link', { name: 'St. Louis County, Missouri' })).toHaveAttribute(
    'href',
    '/mo/st-louis-county',
  )
})

test('a federal action lists its responses by position and level', async ({ quiet: page }) => {
  await page.goto('/federal-actions')
  await page
    .getByRole('link', { name: /sensitive locations/i })
    .first()
    .click()
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('sensitive locations')
  await expect(main).toContainText('School districts')
  await expect(main.getByRole('link', { name: /Bridgeport/ }).first()).toBeVisible()
})

test('a state page links to its places with entries', async ({ quiet: page }) => {
  await page.goto('/tx')
  await page
    .locator('main')
    .getByRole('link', { name: /^El Paso, Texas|^El Paso$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/tx\/el-paso$/)
})

test('an order and its signatory link to each other', async ({ quiet: page }) => {
  await page.goto('/wa')
  await page.locator('main').getByRole('link', { name: 'Bob Ferguson', exact: true }).first().click()
  await page
    .locator('main')
    .getByRole('link', { name: /rapid response team/ })
    .first()
    .click()
  await expect(page.locator('main')).toContainText('Signed by Bob Ferguson')
})
