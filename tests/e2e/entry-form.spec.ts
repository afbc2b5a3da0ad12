import type { Page } from '@playwright/test'
import { found } from './axe'
import { expect, test } from './admin'

const summary = (page: Page) => page.getByRole('group', { name: /^Summary/ }).getByLabel('English')
const printed = (page: Page) => page.getByLabel('As printed')
const state = (page: Page) => page.locator('.save-state')

/** Creates a new statement and returns its URL. */
const begin = async (page: Page, what = 'Statement'): Promise<string> => {
  await page.goto('/admin/entries/new')
  await page.getByRole('button', { name: what, exact: true }).click()
  await page.waitForURL(/\/admin\/entries\/[a-z-]+-[0-9a-z]{10}$/)
  return new URL(page.url()).pathname
}

/** The delay of every save. */
const slowly = (page: Page, ms: number) =>
  page.route('**/save', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    await route.continue()
  })

test.describe('writing an entry', () => {
  test('saves everything typed into two fields although each save takes two seconds', async ({ as }) => {
    const page = await as('editor')
    const path = await begin(page)
    await slowly(page, 2_000)
    await summary(page).pressSequentially('The mayor said', { delay: 30 })
    await expect(state(page)).toHaveText('Saving…')
    await summary(page).pressSequentially(' that nothing changes.', { delay: 30 })
    await printed(page).pressSequentially('Mayor Marta Villegas', { delay: 30 })
    await expect(state(page)).toHaveText(/^Saved \d\d:\d\d$/)
    await expect(summary(page)).toHaveValue('The mayor said that nothing changes.')
    await page.unroute('**/save')
    await page.goto(path)
    await expect(summary(page)).toHaveValue('The mayor said that nothing changes.')
    await expect(printed(page)).toHaveValue('Mayor Marta Villegas')
  })

  test('shows unsaved fields, keeps and retries them, and a lost response causes no conflict', async ({ as }) => {
    const page = await as('editor')
    const path = await begin(page)
    let lost = 1
    await page.route('**/save', async (route) => {
      if (lost-- <= 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await summary(page).fill('Words whose answer was lost.')
    await expect(state(page)).toContainText('can’t be reached')
    await summary(page).fill('Words whose answer was lost, and some more.')
    await page.keyboard.press('Control+s')
    await expect(state(page)).toHaveText(/^Saved/)
    await page.goto(path)
    await expect(summary(page)).toHaveValue('Words whose answer was lost, and some more.')
    await expect(page.getByText('waits to be compared')).toHaveCount(0)
  })

  test('keeps the text after the session ends and saves it after sign-in in another tab', async ({ as }) => {
    const page = await as('colleague')
    const path = await begin(page)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await summary(page).fill('Typed after the session had ended.')
    await expect(state(page)).toContainText('Your session has ended')
    await expect(state(page).getByRole('link')).toHaveAttribute('target', '_blank')
    await expect(summary(page)).toHaveValue('Typed after the session had ended.')
    await page.context().addCookies(cookies)
    await page.getByRole('button', { name: 'Save again' }).click()
    await expect(state(page)).toHaveText(/^Saved/)
    await page.goto(path)
    await expect(summary(page)).toHaveValue('Typed after the session had ended.')
  })

  test('restores unsaved text after a crash', async ({ as }) => {
    const page = await as('editor')
    const path = await begin(page)
    await page.route('**/save', (route) => route.abort())
    await summary(page).fill('Typed just before the crash.')
    await expect(state(page)).toContainText('can’t be reached')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto('about:blank')
    await page.unroute('**/save')
    await page.goto(path)
    await expect(summary(page)).toHaveValue('')
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await expect(summary(page)).toHaveValue('Typed just before the crash.')
    await page.reload()
    await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0)
  })

  test('rows can be added, moved, removed and restored', async ({ as }) => {
    const page = await as('editor')
    const path = await begin(page, 'Official')
    const titles = page.getByRole('group', { name: /^Title/ }).getByLabel('English')
    await titles.first().fill('Mayor')
    await page.getByRole('button', { name: 'Add: Role' }).click()
    await titles.nth(1).fill('Council member')
    await page.getByRole('button', { name: 'Move up: Role 2' }).click()
    await expect(titles.first()).toHaveValue('Council member')
    await page.getByRole('button', { name: 'Remove: Role 1' }).click()
    await expect(titles).toHaveCount(1)
    await expect(state(page)).toHaveText(/^Saved/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(state(page)).toHaveText(/^Not saved yet|Saving/)
    await expect(state(page)).toHaveText(/^Saved/)
    await page.goto(path)
    await expect(titles.first()).toHaveValue('Council member')
    await expect(titles.nth(1)).toHaveValue('Mayor')
  })

  test('works without JavaScript: saves text, adds and removes rows, finds and selects records', async ({ as }) => {
    const page = await as('editor', { script: false })
    const path = await begin(page)
    await summary(page).fill('Written without a script.')
    await page.getByRole('button', { name: 'Add: Wording' }).click()
    await expect(summary(page)).toHaveValue('Written without a script.')
    await page.getByRole('button', { name: 'Add: Quoted words' }).first().click()
    await page.getByRole('textbox', { name: 'Quoted words 1', exact: true }).fill('two lines\nof words')
    await page.getByRole('textbox', { name: 'Place 1', exact: true }).fill('Denver')
    await page.getByRole('button', { name: 'Find' }).nth(2).click()
    await page
      .getByRole('radio', { name: /^Denver, Colorado/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.goto(path)
    await expect(page.getByRole('textbox', { name: 'Place 1', exact: true })).toHaveValue('Denver, Colorado')
    await expect(page.getByRole('textbox', { name: 'Quoted words 1', exact: true })).toHaveValue('two lines\nof words')
    await page.context().clearCookies()
    await summary(page).fill('Typed after the session had ended.')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await expect(page.getByText('Your session has ended')).toBeVisible()
    expect(await page.content()).toContain('Typed after the session had ended.')
  })

  test('has no axe violation in its fields, its suggestions and its comparison', async ({ as }) => {
    const page = await as('editor')
    await begin(page)
    await page.getByRole('button', { name: 'Add: Position' }).click()
    await page.getByRole('button', { name: 'Add: Quoted words' }).click()
    await page.getByRole('combobox', { name: 'Place 1', exact: true }).fill('Denver')
    await expect(page.getByRole('option', { name: /^Denver, Colorado/ })).toBeVisible()
    expect(await found(page)).toEqual([])
  })

  test('a discarded draft keeps its content and can be restored', async ({ as }) => {
    const page = await as('contributor')
    await begin(page)
    await summary(page).fill('Nobody needs this any more.')
    await expect(state(page)).toHaveText(/^Saved/)
    await page.getByText('Discard this draft').click()
    await page.getByRole('button', { name: 'Discard', exact: true }).click()
    await expect(page.getByText('Discarded: saving brings it back')).toBeVisible()
    await expect(summary(page)).toHaveValue('Nobody needs this any more.')
    await page.getByRole('button', { name: 'Take it up again' }).click()
    await expect(page.getByText('Discarded: saving brings it back')).toHaveCount(0)
  })

  test('a cross-site form submission changes nothing', async ({ as, request }) => {
    const page = await as('editor')
    const path = await begin(page)
    const cookies = await page.context().cookies()
    const answer = await request.post(`${path}/save`, {
      headers: {
        Origin: 'https://elsewhere.example',
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        Accept: 'application/json',
      },
      form: { '~save': '1', '~end': '1', 'summary.en': 'From elsewhere' },
    })
    expect(answer.status()).toBe(403)
    await page.reload()
    await expect(summary(page)).toHaveValue('')
  })
})

test.describe('two concurrent editors of an entry', () => {
  test('lose no input: the later save is set aside, compared by field, and both are kept', async ({ as }) => {
    const [one, other] = [await as('editor'), await as('colleague')]
    const path = await begin(one)
    await other.goto(path)
    await summary(one).fill('What the first one wrote.')
    await expect(state(one)).toHaveText(/^Saved/)
    await printed(other).fill('What the second one wrote')
    await expect(state(other)).toContainText('Nothing was overwritten')
    const sent = other.waitForResponse('**/save')
    await printed(other).fill('What the second one wrote, to the end')
    await sent
    await expect(state(other)).toContainText('Nothing was overwritten')
    await state(other).getByRole('link', { name: 'Compare the two and choose' }).click()
    await expect(other.getByRole('group')).toHaveCount(2)
    await other.getByRole('button', { name: 'Use the chosen' }).click()
    await other.waitForURL(new RegExp(`${path}$`))
    await expect(summary(other)).toHaveValue('What the first one wrote.')
    await expect(printed(other)).toHaveValue('What the second one wrote, to the end')
    await expect(other.getByText('Edda Editor wrote here')).toBeVisible()
  })
})
