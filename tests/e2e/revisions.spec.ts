import { expect, test } from './admin'
import { WORK } from './admin-work'

const history = `/admin/history/sources/${WORK.versions}`

test.describe('the history of an entry', () => {
  test('shows the author and reason of each version and marks the differences between any two', async ({ as }) => {
    const page = await as('editor')
    await page.goto(history)
    const versions = page.getByRole('region', { name: 'Versions' })
    await expect(versions.getByRole('row').filter({ hasText: 'Version 1' })).toContainText('Edda Editor')
    await page.getByRole('radio', { name: 'From: Version 2' }).check()
    await page.getByRole('radio', { name: 'To: Version 1' }).check()
    await page.getByRole('button', { name: 'Compare these two' }).click()
    await expect(page).toHaveURL(/from=2&to=1/)
    const changes = page.getByRole('region', { name: 'From version 2 to version 1' })
    await expect(changes.locator('del').first()).toHaveText('second')
    await expect(changes.locator('ins').first()).toHaveText('first')
  })

  test('restores a version as a draft, compares it with the published version, and leaves that unchanged', async ({
    as,
    request,
  }) => {
    const page = await as('editor')
    const live = async () => (await request.get(`/api/v1/sources/${WORK.versions}`)).json()
    const before = await live()
    await page.goto(history)
    await page.getByRole('button', { name: 'Restore as a draft: Version 1' }).click()
    await expect(page.getByText('Version 1 is in the draft now. What is published has not changed.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'From version 2 to draft' }).locator('ins').first()).toHaveText(
      'first',
    )
    expect(await live()).toEqual(before)

    await page.locator('main').getByRole('link', { name: 'Review', exact: true }).last().click()
    await page.getByRole('radio', { name: /^A correction/ }).check()
    await page.getByRole('button', { name: 'Publish this entry' }).click()
    await expect(page.locator('.form-problem')).toContainText('Say what was corrected')
    await page.getByLabel('What was corrected, in English').fill('The heading was another report’s.')
    await page.getByLabel('In Spanish').fill('El título era de otro informe.')
    await page.getByRole('button', { name: 'Publish this entry' }).click()
    await expect(page.getByText('Published.', { exact: true })).toBeVisible()
    await expect(page.getByText('The heading was another report’s.')).toBeVisible()
    expect(await live()).toMatchObject({ version: 3, title: 'The first heading of this report' })
    await page.goto('/about/corrections')
    await expect(page.getByText('The heading was another report’s.')).toBeVisible()
  })

  test('withdraws an entry with a reason in both languages and publishes it again', async ({ as, request }) => {
    const page = await as('editor')
    await page.goto(`/admin/history/sources/${WORK.withdrawn}`)
    await page.getByText('Withdraw from the public pages').first().click()
    await page.getByLabel('The reason, in English').fill('It reports on another city.')
    await page.getByLabel('The reason, in Spanish').fill('Informa sobre otra ciudad.')
    await page.getByRole('button', { name: 'Withdraw from the public pages' }).click()
    await expect(page.getByText('Withdrawn. Its address now says why.')).toBeVisible()
    const gone = await request.get(`/es/sources/${WORK.withdrawn}`)
    expect(gone.status()).toBe(410)
    expect(await gone.text()).toContain('Informa sobre otra ciudad.')

    await page.getByRole('button', { name: 'Restore as a draft: Version 1' }).click()
    await page.locator('main').getByRole('link', { name: 'Review', exact: true }).last().click()
    await page.getByRole('button', { name: 'Publish this entry' }).click()
    await expect(page.getByText('Published.', { exact: true })).toBeVisible()
    expect((await request.get(`/api/v1/sources/${WORK.withdrawn}`)).status()).toBe(200)
  })

  test('of the whole admin area can be filtered by person, action and record type', async ({ as }) => {
    const page = await as('colleague')
    await page.goto('/admin/changes')
    await page.getByLabel('Who').selectOption({ label: 'Edda Editor' })
    await page.getByLabel('What').selectOption({ label: 'published' })
    await page.getByLabel('Kind of entry').selectOption({ label: 'Official' })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/command=drafts\.publish/)
    await expect(page.getByRole('listitem').filter({ hasText: 'Edda Editor published: Teresa Ibarra' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Cora Contributor' })).toHaveCount(0)
  })
})
