import type { Page } from '@playwright/test'
import { KEPT, articlesPort } from './articles'
import { expect, test } from './admin'

const paper = (page: Page | string) => {
  const base = new URL(typeof page === 'string' ? page : page.url())
  return `http://127.0.0.1:${articlesPort(Number(base.port))}`
}

/** Starts from a link, as an editor does. */
const startFrom = async (page: Page, link: (origin: string) => string) => {
  await page.goto('/admin/start')
  await page.getByLabel('Link', { exact: true }).fill(link(paper(page)))
  await page.getByRole('button', { name: 'Read the page' }).click()
}

for (const script of [true, false])
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    const mark = script ? 'with' : 'without'

    test('a link becomes a source draft with its candidates', async ({ as }) => {
      const page = await as('contributor', { script })
      await startFrom(page, (origin) => `${origin}/council?edition=${mark}&utm_source=mail`)
      await expect(page.getByRole('heading', { name: 'Candidates' })).toBeVisible()
      const first = page.getByRole('article').filter({ hasText: 'better things to do' })
      await expect(first.locator('mark').first()).toHaveText('have better things to do than ask for papers.')
      await expect(first.getByRole('radio', { name: /Todd Schmaderer/ })).toBeChecked()
      await expect(first.getByRole('radio', { name: /^Omaha, Nebraska/ })).toBeChecked()
      // The editor has to choose the week; none is preselected.
      await expect(first.getByRole('radio', { name: /between 27 and 29 January 2025/i })).not.toBeChecked()
      await expect(first.getByRole('radio', { name: /between 27 January and 2 February 2025/i })).not.toBeChecked()
      await page.getByRole('link', { name: 'Council hears the chief' }).click()
      await expect(page.getByText('The Valley Post').first()).toBeVisible()
      await expect(page.getByText('Published 29 January 2025')).toBeVisible()

      // The same page with tracking parameters is the same source.
      await startFrom(page, (origin) => `${origin}/council?fbclid=1&edition=${mark}#top`)
      await expect(page.getByText('This source was here already')).toBeVisible()
    })

    test('a candidate starts an entry with the chosen values, and a month stays a month', async ({ as }) => {
      const page = await as('editor', { script })
      await startFrom(page, (origin) => `${origin}/council?edition=entry-${mark}`)
      const second = page.getByRole('article').filter({ hasText: 'Nobody should be afraid' })
      await second.getByRole('radio', { name: /November 2024, day not reported/ }).check()
      await second.getByRole('button', { name: 'Start an entry with these words' }).click()
      await expect(page).toHaveURL(/\/admin\/entries\/statements-/)
      await expect(page.locator('[name="date.edtf"]')).toHaveValue('2024-11')
      await expect(page.locator('[name="date.asWritten"]')).toHaveValue('November')
      await expect(page.getByText(/November 2024/).first()).toBeVisible()
      await expect(page.getByText('Nobody should be afraid to call us,').first()).toBeVisible()
    })

    test('a quote in the text starts an entry with one click', async ({ as }) => {
      const page = await as('contributor', { script })
      await startFrom(page, (origin) => `${origin}/second?edition=${mark}`)
      await page.getByRole('button', { name: 'We will go on as before.' }).click()
      await expect(page).toHaveURL(/\/admin\/entries\/statements-/)
      await expect(page.getByText('We will go on as before.').first()).toBeVisible()
    })

    test('an unreadable page leaves a draft to complete by hand', async ({ as }) => {
      const page = await as('contributor', { script })
      await startFrom(page, (origin) => `${origin}/gone-${mark}`)
      await expect(page.locator('.form-problem')).toContainText('The server answered with an error (404).')
      await page.getByLabel('Text', { exact: true }).fill(`Sheriff Sam Hillgrove said “we wait,” ${mark}.`)
      await page.getByRole('button', { name: 'Keep this text' }).click()
      await expect(page.getByText('The text is new and waits')).toBeVisible()
      await page.getByRole('link', { name: 'Candidates in this text' }).click()
      await expect(page.getByRole('article')).toHaveCount(1)
    })

    test('a private address is rejected, and pasted text needs no link', async ({ as }) => {
      const page = await as('contributor', { script })
      for (const url of ['http://127.0.0.1/', 'http://[::1]/x', 'http://169.254.169.254/latest/meta-data']) {
        await startFrom(page, () => url)
        await expect(page.locator('.form-problem')).toContainText('private network')
      }
      await page.goto('/admin/start')
      await page.getByLabel('Text', { exact: true }).fill(`Nothing to see ${mark}.`)
      await page.getByLabel('Title').fill('A pasted text')
      await page.getByRole('button', { name: 'Keep the text' }).click()
      await expect(page.getByText('Nothing in this text looks like an entry')).toBeVisible()
    })
  })

test('the URL of a published source shows the source and its entries', async ({ as, request }) => {
  const { data } = (await (await request.get('/api/v1/statements')).json()) as {
    data: { variants: { citation: { source: { url: string | null } } }[] }[]
  }
  const sources = data.flatMap(({ variants }) => variants.map(({ citation }) => citation.source))
  const page = await as('contributor')
  const url = sources.find((one) => one.url)!.url!
  await startFrom(page, () => `${url}${url.includes('?') ? '&' : '?'}utm_medium=social`)
  await expect(page.getByText('This source was here already')).toBeVisible()
  await expect(page.locator('a[href^="/statements/"]').first()).toBeVisible()
})

test('a candidate links to its existing entry, and no candidate is public', async ({ as, request }) => {
  const { total } = (await (await request.get('/api/v1/statements')).json()) as { total: number }
  const { data } = (await (await request.get('/api/v1/statements?q=Schmaderer')).json()) as {
    data: { path: string; variants: { passages: string[] }[] }[]
  }
  const known = data.find((one) => one.variants.some(({ passages }) => passages[0]?.length))!
  const words = known.variants.find(({ passages }) => passages.length)!.passages[0]!
  const page = await as('editor')
  await page.goto('/admin/start')
  await page.getByLabel('Text', { exact: true }).fill(`Chief Todd Schmaderer said “${words}” once more.`)
  await page.getByRole('button', { name: 'Keep the text' }).click()
  await expect(page.getByText('May be recorded already')).toBeVisible()
  await expect(page.locator(`a[href="${known.path}"]`)).toBeVisible()
  expect(((await (await request.get('/api/v1/statements')).json()) as { total: number }).total).toBe(total)
})

test.describe('the health of a source', () => {
  test.describe.configure({ mode: 'serial' })

  test('a link check recaptures the text and updates the list', async ({ as }) => {
    const page = await as('editor')
    await page.goto(`/admin/sources/${KEPT}`)
    await page.getByRole('button', { name: 'Check the link now' }).click()
    await expect(page.getByRole('status')).toContainText('The link was checked: works.')
    await page.getByRole('button', { name: 'Capture again' }).click()
    await expect(page.getByRole('status')).toContainText('no quotes to check')
    await expect(page.getByRole('link', { name: 'Candidates in this text' })).toBeVisible()
    await page.goto('/admin/sources?text=report+that+stays')
    await expect(page.getByRole('row', { name: /A report that stays/ })).toContainText('Works')
  })

  test('an archived copy is requested, stored by the archive and added to the source', async ({ as }) => {
    const page = await as('editor')
    await page.goto(`/admin/sources/${KEPT}`)
    await page.getByRole('button', { name: 'Ask the archive for a copy' }).click()
    await expect(page.getByText('The archive was asked for a copy.')).toBeVisible()
    await expect(async () => {
      await page.goto(`/admin/sources/${KEPT}`)
      await expect(page.getByText('Archived', { exact: true })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 240_000, intervals: [500] })
    await page.getByRole('button', { name: 'Put this copy into the source' }).click()
    await expect(page.getByText('The copy is in the source’s draft.')).toBeVisible()
    await expect(page.getByText('The source names this copy')).toBeVisible()
  })

  test('a contributor can see it but cannot start a check', async ({ as }) => {
    const page = await as('contributor')
    await page.goto(`/admin/sources/${KEPT}`)
    await expect(page.getByRole('heading', { name: 'A report that stays' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check the link now' })).toHaveCount(0)
  })
})
