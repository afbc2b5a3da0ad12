import type { Page } from '@playwright/test'
import { expect, test } from './reading'

const open = async (page: Page, filter: string) => {
  const summary = page.locator('.filters summary', { hasText: filter }).first()
  if ((await summary.locator('..').getAttribute('open')) === null) await summary.click()
}

test.describe('as a table, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form selects columns, and the URL keeps them', async ({ page }) => {
    await page.goto('/statements?state=TX')
    const rows = await page.locator('.entries > li').count()
    await page.getByRole('link', { name: 'Table', exact: true }).click()
    await expect(page).toHaveURL(/\/statements\?state=TX&view=table$/)
    await expect(page.locator('.record-table tbody tr')).toHaveCount(rows)
    await expect(page.getByRole('columnheader', { name: 'Channel' })).toHaveCount(0)
    await open(page, 'Columns')
    await page.locator('[data-filter=columns]').getByRole('checkbox', { name: 'Channel' }).check()
    await page.getByRole('button', { name: 'Show results' }).click()
    await expect(page).toHaveURL(/view=table&columns=channel&columns=/)
    await expect(page.getByRole('columnheader', { name: 'Channel' })).toBeVisible()
  })

  test('a column heading links to the sorted list', async ({ page }) => {
    await page.goto('/jurisdictions?kind=city&state=TX&view=table')
    const first = page.locator('.record-table tbody th').first()
    await expect(first).toHaveText(/^A.*, Texas$/)
    await expect(page.getByRole('columnheader', { name: 'Entry' })).toHaveAttribute('aria-sort', 'ascending')
    await page.getByRole('link', { name: 'Population', exact: true }).click()
    await expect(page).toHaveURL(/\/jurisdictions\?kind=city&state=TX&sort=population&view=table$/)
    await expect(first).toHaveText('Houston, Texas')
    await expect(page.getByRole('columnheader', { name: 'Population' })).toHaveAttribute('aria-sort', 'descending')
  })

  test('codes are localized, and identifiers keep their leading zeros', async ({ page }) => {
    await page.goto('/es/stances?view=table')
    await expect(page.locator('.record-table')).toContainText('No cooperará')
    await page.goto('/jurisdictions?state=CT&kind=state&view=table&columns=geoid')
    await expect(page.getByRole('cell', { name: '09', exact: true })).toBeVisible()
  })
})

test('a column is shown at once', async ({ quiet: page }) => {
  await page.goto('/policies?view=table')
  await open(page, 'Columns')
  await page.locator('[data-filter=columns]').getByRole('checkbox', { name: 'Number', exact: true }).check()
  await expect(page.getByRole('columnheader', { name: 'Number', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/columns=number/)
  await page.goBack()
  await expect(page.getByRole('columnheader', { name: 'Number', exact: true })).toHaveCount(0)
})

test('a table sorts by its headings, also by keyboard, and keeps the focus', async ({ quiet: page }) => {
  await page.goto('/jurisdictions?kind=city&state=TX&view=table')
  const first = page.locator('.record-table tbody th').first()
  const rows = page.locator('.record-table tbody tr')
  const before = await rows.count()
  await page.getByRole('link', { name: 'Entry', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('link', { name: 'Population', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(first).toHaveText('Houston, Texas')
  await expect(page).toHaveURL(/\/jurisdictions\?kind=city&state=TX&sort=population&view=table$/)
  await expect(page.getByRole('link', { name: 'Population', exact: true })).toBeFocused()
  await expect(page.getByRole('columnheader', { name: 'Population' })).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByLabel('Order', { exact: true })).toHaveValue('population')
  await page.goBack()
  await expect(first).toHaveText(/^A.*, Texas$/)
  await expect(rows).toHaveCount(before)
  await page.getByRole('checkbox', { name: 'Rows close together' }).check()
  await expect(page.locator('.record-table-dense')).toBeVisible()
  await expect(page).toHaveURL(/density=compact/)
  await page.reload()
  await expect(page.locator('.record-table-dense')).toBeVisible()
  await page.getByLabel('Words', { exact: true }).pressSequentially('zzzz')
  await expect(page.locator('.record-table')).toHaveCount(0)
  await page.getByLabel('Words', { exact: true }).fill('abilene')
  await expect(first).toHaveText('Abilene, Texas')
})
