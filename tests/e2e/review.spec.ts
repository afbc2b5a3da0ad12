import { expect, test } from './admin'
import { WORK } from './admin-work'

const review = (type: string, id: string) => `/admin/entries/${type}-${id}/review`

test.describe('reviewing a draft', () => {
  test('lists what is missing, links to the field, and publishes only a valid draft', async ({ as }) => {
    const page = await as('editor')
    await page.goto(review('statements', WORK.incomplete))
    const checklist = page.getByRole('region', { name: 'Checklist' })
    await expect(checklist.getByRole('listitem').filter({ hasText: 'Every claim has its source' })).toContainText(
      'To do',
    )
    await expect(checklist.getByRole('link', { name: 'Add a source' })).toHaveAttribute('href', /#variants$/)
    await expect(checklist.getByRole('link', { name: /own words for it/ })).toHaveAttribute('href', /#date\.asWritten$/)
    await page.getByRole('button', { name: /^Publish \d/ }).click()
    const summary = page.locator('.form-problem')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link', { name: /own words/ })).toHaveAttribute(
      'href',
      `/admin/entries/statements-${WORK.incomplete}#date.asWritten`,
    )
    await page.reload()
    await expect(page.getByRole('region', { name: 'Publish' })).toBeVisible()
  })

  test('previews the public page for signed-in users only', async ({ as, request, browser, baseURL }) => {
    const page = await as('editor')
    const address = `/admin/entries/statements-${WORK.statement}/preview`
    const answer = await page.goto(address)
    expect(answer!.headers()['cache-control']).toContain('no-store')
    await expect(page.getByText('Preview – not public')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Marta Villegas')
    await expect(page.getByText('will keep its own list of priorities').first()).toBeVisible()
    expect((await request.get(`/api/v1/statements/${WORK.statement}`)).status()).toBe(404)
    const stranger = await browser.newContext({ baseURL: baseURL! })
    const other = await stranger.newPage()
    await other.goto(address)
    await expect(other).toHaveURL(/\/admin\/sign-in/)
    await stranger.close()
  })

  test('stores editors’ comments on the draft', async ({ as }) => {
    const page = await as('colleague')
    await page.goto(review('statements', WORK.statement))
    await page.getByLabel('Your comment').fill('Is the title right?')
    await page.getByRole('combobox', { name: 'About' }).selectOption({ label: 'Speakers' })
    await page.getByRole('button', { name: 'Add the comment' }).click()
    const comments = page.getByRole('region', { name: 'Comments' })
    await expect(comments.getByText('Is the title right?')).toBeVisible()
    await expect(comments.getByRole('link', { name: 'on Speakers' })).toHaveAttribute('href', /#speakers$/)
    await comments.getByRole('button', { name: 'Done' }).click()
    await expect(comments.getByText('Done: Colin Colleague')).toBeVisible()
  })

  test('is closed to a contributor, who submits the draft instead', async ({ as }) => {
    const page = await as('contributor')
    await page.goto(review('officials', WORK.official))
    await expect(page.getByText('Editors publish.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Send for review' }).click()
    await expect(page.getByText('In review')).toBeVisible()
    await page.getByRole('button', { name: 'Take back from review' }).click()
    await expect(page.getByRole('button', { name: 'Send for review' })).toBeVisible()
  })
})

test.describe('scheduled publishing', () => {
  for (const script of [true, false])
    test(`shows the time and its zone on the button, ${script ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('editor', { script })
      await page.goto(review('sources', script ? WORK.scheduled : WORK.scheduledToo))
      await page.getByText('Publish later').click()
      await page.getByLabel('Day').fill('2031-11-28')
      await page.getByLabel('Time', { exact: true }).fill('09:00')
      if (!script) await page.getByRole('button', { name: /^Publish \w{3} / }).click()
      const button = page.getByRole('button', { name: 'Publish Fri 28 Nov 2031, 09:00 EST' })
      await expect(button).toBeVisible()
      await button.click()
      await expect(page.getByRole('heading', { name: 'Will be published Fri 28 Nov 2031, 09:00 EST' })).toBeVisible()
      await expect(page.getByText('Scheduled', { exact: true })).toBeVisible()
      await page.goto('/admin')
      await expect(page.getByText('Publishes Fri 28 Nov 2031, 09:00 EST').first()).toBeVisible()
      await page.goto(review('sources', script ? WORK.scheduled : WORK.scheduledToo))
      await page.getByRole('button', { name: 'Take off the schedule' }).click()
      await expect(page.getByText('Editing', { exact: true })).toBeVisible()
    })

  test('rejects a time in a DST gap and names the next valid one', async ({ as }) => {
    const page = await as('colleague')
    await page.goto(review('sources', WORK.unscheduled))
    await page.getByText('Publish later').click()
    await page.getByLabel('Day').fill('2031-03-09')
    await page.getByLabel('Time', { exact: true }).fill('02:30')
    await expect(page.getByText('The next time that exists is 03:30.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Choose a day and a time.' })).toBeVisible()
  })
})

test.describe('bulk publishing', () => {
  for (const script of [true, false])
    test(`shows the count and publishes a statement with its official and source, ${script ? 'with' : 'without'} JavaScript`, async ({
      as,
      request,
    }) => {
      const page = await as('editor', { script })
      const { statement, official } = script ? WORK.trio : WORK.trioToo
      await page.goto(review('statements', statement))
      const boxes = page.getByRole('group', { name: 'What goes out together' }).getByRole('checkbox')
      await expect(boxes).toHaveCount(2)
      if (script) {
        await boxes.first().uncheck()
        await expect(page.getByRole('button', { name: 'Publish 2 entries' })).toBeVisible()
        await boxes.first().check()
      } else {
        await boxes.first().uncheck()
        await page.getByRole('button', { name: 'Publish 3 entries' }).click()
        await expect(page.getByText('The button now says what you chose.')).toBeVisible()
        await boxes.first().check()
        await page.getByRole('button', { name: 'Publish 2 entries' }).click()
      }
      await page.getByRole('button', { name: 'Publish 3 entries' }).click()
      await expect(page.getByText('Published together: 3 entries.')).toBeVisible()
      const answer = await request.get(`/api/v1/statements/${statement}`)
      expect((await answer.json()).speakers[0].official.id).toBe(official)
    })
})
