import { expect, test } from './admin'
import { WORK } from './admin-work'

const [stays, goes] = WORK.twins

test.describe('duplicates', () => {
  test('are suggested, compared, merged, redirected and unmerged', async ({ as, request }) => {
    const page = await as('editor')
    await page.goto('/admin/duplicates')
    const pair = page.getByRole('listitem').filter({ hasText: 'Teresa Ybarra' }).filter({ hasText: 'Teresa Ibarra' })
    await expect(pair).toContainText('alike, and of one place')
    await page.goto(`/admin/duplicates/officials/${goes}/${stays}`)
    await page.getByRole('link', { name: 'Let this one stay' }).click()
    await expect(page.getByRole('region', { name: 'This one stays' })).toContainText('Teresa Ibarra')
    await expect(page.getByRole('region', { name: 'This one goes' })).toContainText('The mayor says')
    await expect(page.getByLabel('Also called, one on each line')).toHaveValue('Teresa Ybarra')
    await page.getByRole('button', { name: 'Merge: one other entry changes' }).click()
    await page.getByLabel('Why these are one, in English').fill('One mayor under two spellings.')
    await page.getByLabel('In Spanish').fill('Una alcaldesa con dos grafías.')
    await page.getByRole('button', { name: 'Merge: one other entry changes' }).click()
    await expect(page.getByText('Merged. The old address leads here.')).toBeVisible()

    for (const old of [`/officials/${goes}`, `/officials/${goes}-any-words`, `/es/officials/${goes}-teresa-ybarra`]) {
      const moved = await request.get(old, { maxRedirects: 0 })
      expect([301, 308]).toContain(moved.status())
      expect(moved.headers().location).toContain(`/officials/${stays}`)
    }
    const api = await request.get(`/api/v1/officials/${goes}`, { maxRedirects: 0 })
    expect(api.headers().location).toContain(`/api/v1/officials/${stays}`)
    const said = async () =>
      (await (await request.get(`/api/v1/statements/${WORK.twinSays}`)).json()).speakers[0].official
    expect((await said()).id).toBe(stays)

    await page.goto('/admin/duplicates')
    await page.getByRole('button', { name: 'Undo: Teresa Ybarra' }).click()
    await expect(page.getByText('The merge was undone. Both entries are as they were.')).toBeVisible()
    expect((await said()).id).toBe(goes)
    expect((await request.get(`/api/v1/officials/${goes}`)).status()).toBe(200)
  })

  test('marked as distinct are not suggested again until an editor reverts the mark', async ({ as }) => {
    const page = await as('colleague', { script: false })
    await page.goto('/admin/duplicates')
    const pair = page
      .getByRole('region', { name: 'May be the same' })
      .getByRole('listitem')
      .filter({ hasText: 'Gordan Pell' })
    await pair.getByRole('button', { name: /^Not the same/ }).click()
    await expect(page.getByText('Remembered: these two are not the same.')).toBeVisible()
    await expect(pair).toHaveCount(0)
    await page.getByRole('button', { name: 'Offer again' }).click()
    await expect(pair).toHaveCount(1)
  })

  test('cannot be merged by a contributor', async ({ as }) => {
    const page = await as('contributor')
    await page.goto(`/admin/duplicates/officials/${stays}/${goes}`)
    await expect(page.getByRole('button', { name: /^Merge/ })).toHaveCount(0)
  })
})
