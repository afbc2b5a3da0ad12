import type { Page } from '@playwright/test'
import { expect, test } from './admin'

const state = (page: Page) => page.locator('.save-state')
const saved = (page: Page) => expect(state(page)).toHaveText(/^Saved/)

const QUOTED = 'keep our own list of priorities'
const TEXT = `The mayor spoke on Tuesday for an hour.

“We will ${QUOTED},” she said. Nobody asked twice, and the type was quiet.

A vote was taken in November. The council meets again this week.`

/** A source with a captured text. Its heading is unique, so that tests do not collide. */
const keepSource = async (page: Page, title: string) => {
  await page.goto('/admin/start')
  await page.getByLabel('Text', { exact: true }).fill(`${TEXT}\n\n${title}.`)
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Outlet').fill('Example Paper')
  await page.getByLabel('Published').fill('2025-01-29')
  await page.getByRole('button', { name: 'Keep the text' }).click()
  await page.waitForURL(/\/admin\/sources\//)
}

const begin = async (page: Page, what = 'Statement') => {
  await page.goto('/admin/entries/new')
  await page.getByRole('button', { name: what, exact: true }).click()
  await page.waitForURL(/\/admin\/entries\/[a-z-]+-[0-9a-z]{10}$/)
}

const chooseSource = async (page: Page, title: string) => {
  await page.getByRole('combobox', { name: 'Source', exact: true }).fill(title)
  await page.getByRole('option', { name: new RegExp(`^${title}`) }).click()
  await saved(page)
}

/** Selects words in the source's text, as with a mouse. */
const select = (page: Page, words: string) =>
  page.locator('.source-content').evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at >= 0) return document.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)

const exact = (page: Page) => page.getByLabel('Words of the source')

test.describe('the quote of a citation', () => {
  test('is selected in the source’s text and stored with its context', async ({ as }) => {
    const page = await as('editor')
    const title = 'Mayor speaks for an hour'
    await keepSource(page, title)
    await begin(page)
    await chooseSource(page, title)
    await exact(page).focus()
    await select(page, `We will ${QUOTED},`)
    await page.getByRole('button', { name: 'Use these words' }).click()
    await expect(exact(page)).toHaveValue(`We will ${QUOTED},`)
    await expect(page.getByText('Found in the source.')).toBeVisible()
    await expect(page.locator('[name$="citation.prefix"]')).toHaveValue(/for an hour\.\s+“$/)
    await page.getByLabel('Fidelity').selectOption('Reported word for word')
    await saved(page)
    await expect(page.getByText('can’t be said of words')).toHaveCount(0)
  })

  test('cannot be called verbatim unless the text contains it, ignoring quote style and spaces', async ({ as }) => {
    const page = await as('editor')
    const title = 'Mayor speaks once more'
    await keepSource(page, title)
    await begin(page)
    await chooseSource(page, title)
    await page.getByLabel('Fidelity').selectOption('Reported word for word')
    await exact(page).fill('We will never keep a list')
    await expect(page.getByText('These words are not in the text of this source')).toBeVisible()
    await expect(page.getByText('“Reported word for word” can’t be said')).toBeVisible()
    await exact(page).fill(`"We  will ${QUOTED},"`)
    await expect(page.getByText('Found in the source.')).toBeVisible()
    await expect(page.getByText('can’t be said of words')).toHaveCount(0)
    await expect(exact(page)).toHaveValue(`"We  will ${QUOTED},"`)
    await page.reload()
    await expect(exact(page)).toHaveValue(`“We will ${QUOTED},”`)
  })
})

test.describe('a date', () => {
  test('is inferred from the article’s date, suggested, and never made more precise', async ({ as }) => {
    const page = await as('editor')
    const title = 'A vote in autumn'
    await keepSource(page, title)
    await begin(page)
    await chooseSource(page, title)
    const date = page.getByRole('group', { name: 'Date', exact: true })
    await date.getByLabel('As the source writes it').fill('in November')
    await date.getByRole('button', { name: /^November 2024/ }).click()
    await expect(date.getByLabel('Date', { exact: true })).toHaveValue('2024-11')
    await expect(date.getByText('November 2024, day not reported')).toBeVisible()
    await date.getByLabel('Date', { exact: true }).fill('')
    await date.getByLabel('As the source writes it').fill('this week')
    await expect(date.getByText('can be more than one')).toBeVisible()
    await expect(date.getByRole('button')).toHaveCount(2)
    await expect(date.getByLabel('Date', { exact: true })).toHaveValue('')
    await date.getByRole('button').first().click()
    await expect(date.getByLabel('Date', { exact: true })).toHaveValue(/^2025-01-27\/2025-0/)
    await date.getByLabel('Date', { exact: true }).fill('sometime')
    await expect(date.getByText('This is no date yet')).toBeVisible()
  })
})

test.describe('linking a person', () => {
  const official = (page: Page) => page.getByRole('combobox', { name: 'Official' })

  test('a misspelled name suggests the match and asks before it creates a duplicate', async ({ as }) => {
    const page = await as('editor')
    await begin(page)
    const place = page.getByRole('combobox', { name: 'Place 1' })
    await place.fill('Denver')
    await page.getByRole('option', { name: /^Denver, Colorado/ }).click()
    await official(page).fill('Mike Johnson')
    await expect(page.getByRole('option').first()).toHaveText(/^Mike Johnston\s*Mayor, .*Denver/)
    await page.getByRole('option', { name: 'Create “Mike Johnson” as new' }).click()
    const asked = page.getByRole('group', { name: 'Is it one of these?' })
    await expect(asked).toBeFocused()
    await asked.getByRole('button', { name: /^Choose Mike Johnston, Mayor/ }).click()
    await expect(official(page)).toHaveValue('Mike Johnston')
    await saved(page)
    await page.reload()
    await expect(official(page)).toHaveValue('Mike Johnston')
  })

  test('a missing person is created without leaving the form', async ({ as }) => {
    const page = await as('contributor')
    await begin(page)
    await page.getByLabel('As printed').fill('Councilmember Zeno Quill')
    await official(page).fill('Zeno Quill')
    await page.getByRole('option', { name: 'Create “Zeno Quill” as new' }).click()
    await expect(page.getByRole('link', { name: 'Open: Zeno Quill' })).toBeVisible()
    await saved(page)
    await page.reload()
    await expect(page.getByLabel('As printed')).toHaveValue('Councilmember Zeno Quill')
    await expect(official(page)).toHaveValue('Zeno Quill')
  })

  test('a name that is typed but not selected is saved and flagged', async ({ as }) => {
    const page = await as('editor')
    await begin(page)
    await official(page).fill('Nobody in particular')
    await page.getByLabel('As printed').focus()
    await saved(page)
    await page.reload()
    await expect(official(page)).toHaveValue('Nobody in particular')
    await expect(page.getByText('“Nobody in particular” is not chosen yet.')).toBeVisible()
  })

  test('a new record lists possible duplicates while its name is typed', async ({ as }) => {
    const page = await as('editor')
    await begin(page, 'Official')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mike Johnson')
    await expect(page.getByText('This looks like what is already recorded:')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Mike Johnston' })).toBeVisible()
  })
})

test('an entry can be written by keyboard alone', async ({ as }) => {
  const page = await as('editor')
  await page.goto('/admin/entries/new')
  await page.getByRole('button', { name: 'Statement', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/entries\/statements-/)
  const to = async (name: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.id === wanted, name)) return
    }
    throw new Error(`${name} was not reached`)
  }
  await to('speakers.0.officialId')
  await page.keyboard.type('Mike Johnst')
  await expect(page.getByRole('option', { name: /^Mike Johnston/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[id="speakers.0.officialId"]')).toHaveValue('Mike Johnston')
  await to('summary.en')
  await page.keyboard.type('Written without a mouse.')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.reload()
  await expect(page.locator('[id="summary.en"]')).toHaveValue('Written without a mouse.')
})
