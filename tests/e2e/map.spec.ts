import { expect, test } from './reading'

test('every state is a link with its stance, also by keyboard', async ({ quiet: page }) => {
  await page.goto('/map')
  const map = page.getByRole('group', { name: /^Map: Joining operations/ })
  await expect(map.getByRole('link', { name: /^Illinois: .*In some cases/ }).first()).toBeVisible()
  await expect(map.getByRole('link', { name: 'Wyoming: Not researched' })).toHaveAttribute('href', '/wy')
  await expect(map.getByRole('link', { name: 'Washington: Not yet reviewed' })).toHaveAttribute('href', '/wa')
  await expect(map.getByRole('link', { name: /^Omaha, Nebraska: .*Omaha Police Department/ })).toBeVisible()
  const others = page.getByRole('list', { name: 'D.C. and the territories' })
  await expect(others.getByRole('link')).toHaveCount(6)
  await expect(others.getByRole('link', { name: /Puerto Rico: Not researched/ })).toHaveAttribute('href', '/pr')
  await map.getByRole('link', { name: 'Wyoming: Not researched' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/wy')
})

test('unknown states have three fills, none of them a stance’s fill', async ({ page }) => {
  await page.goto('/map')
  const fill = (name: RegExp) => page.locator('svg.map').getByRole('link', { name }).first().locator('path').first()
  const [unseen, uncoded, coded] = await Promise.all(
    [/^Wyoming/, /^Washington: /, /^Illinois/].map((name) => fill(name).getAttribute('fill')),
  )
  expect(new Set([unseen, uncoded, coded, 'url(#fill-none_found)', 'url(#fill-unclear)']).size).toBe(5)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the form selects another topic, and the table holds the map’s data', async ({ page }) => {
    await page.goto('/map')
    await page.getByLabel('Topic', { exact: true }).selectOption('services-access')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL('/map?topic=services-access')
    const table = page.getByRole('table').last()
    await expect(table).toContainText('New York City, New York')
    await expect(table).toContainText('Provides')
    await expect(
      page.locator('svg.map').getByRole('link', { name: /^New York City, New York: .*Provides/ }),
    ).toBeVisible()
  })
  test('a state’s page has a map of its counties and places', async ({ page }) => {
    await page.goto('/tx')
    await expect(page.locator('svg.map').getByRole('link', { name: /^Grand Prairie, Texas/ })).toBeVisible()
  })
})

test('a downloaded figure has its title and credit', async ({ request }) => {
  const svg = await request.get('/figures/map.svg?topic=detainers&lang=es')
  expect(svg.headers()['content-type']).toContain('image/svg+xml')
  expect(await svg.text()).toContain('CC BY 4.0')
  expect(await svg.text()).not.toMatch(/<script|style=|class=/)
  const png = await request.get('/figures/map.png?state=tx')
  expect(png.headers()['content-type']).toBe('image/png')
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG')
  for (const odd of ['?topic=', '?state=zz&topic=x', '?lang=de'])
    expect((await request.get(`/figures/map.svg${odd}`)).status(), odd).toBe(200)
})
