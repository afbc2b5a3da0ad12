import { expect, test } from './admin'
import { WORK } from './admin-work'

const { count, words } = WORK.many

test.describe('the list of entries', () => {
  for (const script of [true, false])
    test(`applies one action to all ${count} matches and returns to the same page, ${script ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('editor', { script })
      const kind = script ? 'discarded' : 'in_review'
      const list = `/admin/entries?state=editing&text=${encodeURIComponent(script ? words : WORK.others.words)}&page=2`
      await page.goto(list)
      const heading = page.getByText(`${count} entries`)
      await expect(heading).toBeVisible()
      await page.getByRole('link', { name: `Select all ${count} matching` }).click()
      await expect(page.getByText(`All ${count} matching drafts are selected`)).toBeVisible()
      const verb = script ? 'Discard' : 'Send for review'
      const did = script ? `${count} drafts were discarded.` : `${count} drafts were sent for review.`
      await page.getByRole('button', { name: verb, exact: true }).click()
      await expect(page.getByText(did)).toBeVisible()
      await expect(page).toHaveURL(/state=editing&text=[^&]+/)
      await expect(page.getByText('No entry fits all of this.')).toBeVisible()
      await page.goto(`/admin/entries?state=${kind}&text=${encodeURIComponent(script ? words : WORK.others.words)}`)
      await expect(heading).toBeVisible()
    })

  test('shows why each draft failed, publishes the others, and undoes what it can', async ({ as }) => {
    const page = await as('colleague')
    await page.goto(`/admin/entries?text=${encodeURIComponent(WORK.few.words)}`)
    const boxes = page.getByRole('checkbox', { name: /^Select “/ })
    await expect(boxes).toHaveCount(3)
    for (const box of await boxes.all()) await box.check()
    await expect(page.getByText('3 drafts are selected.')).toBeVisible()
    await page.getByRole('button', { name: 'Discard', exact: true }).click()
    await expect(page.getByText('3 drafts were discarded.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('3 drafts were recovered.')).toBeVisible()

    await page.goto(`/admin/entries?text=${encodeURIComponent(WORK.few.words)}`)
    for (const box of await boxes.all()) await box.check()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText('2 entries were published.')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'has no archived copy' })).toContainText(WORK.few.words)
    await expect(page).toHaveURL(/text=/)
  })

  test('also finds published entries, and keeps its filters in the URL', async ({ as }) => {
    const page = await as('contributor', { script: false })
    await page.goto('/admin/entries')
    await page.getByRole('checkbox', { name: 'Editing', exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'In review', exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'Scheduled', exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'Published', exact: true }).check()
    await page.getByRole('checkbox', { name: 'Official', exact: true }).check()
    await page.getByLabel('Words in the heading').fill('royce')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL(/state=published/)
    await expect(page.getByRole('link', { name: 'Royce Avery' })).toBeVisible()
    await expect(page.getByText('One entry')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Words in the heading')).toHaveValue('royce')
  })
})
