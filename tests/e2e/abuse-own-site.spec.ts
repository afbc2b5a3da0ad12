import { execFileSync } from 'node:child_process'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { withConnection } from '@/scripts/postgres/databases'
import { ENTITIES, liar, sheet, workbook } from '@/tests/fixtures/zip-bombs'
import { FREE, FULL } from '@/tests/integration/faults/small-disk'
import { PEOPLE } from './people'
import { expect, test, type Site } from './tls'

// These tests would disturb the others, so they run serially against their own site.
test.describe.configure({ mode: 'default' })

const editor = async (site: Site, browser: Browser, script = true): Promise<[Page, BrowserContext]> => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: site.origin, javaScriptEnabled: script })
  const page = await context.newPage()
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail address').fill(PEOPLE.editor.email)
  await page.getByLabel('Password').fill(PEOPLE.editor.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/admin$/)
  return [page, context]
}

const MB = 1024 * 1024
const memory = (site: Site) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(site.pid)]).toString()) * 1024

const BOMBS: [what: string, file: () => Uint8Array, says: RegExp][] = [
  ['that declares a small unpacked size', () => liar(1_000), /unpack to more than|could not be read as an XLSX/],
  ['that declares its unpacked size', () => liar(210_000_000), /unpack to more than 200 MB/],
  [
    'with thousands of parts',
    () => workbook(Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`x/${at}`, '']))),
    /unpack to more than/,
  ],
  ...Object.entries(ENTITIES).map(([what, shared]): (typeof BOMBS)[number] => [
    `with ${what}`,
    () => workbook({ 'xl/sharedStrings.xml': shared }),
    /declares XML entities/,
  ]),
  [
    'with sixty thousand rows',
    () => workbook({ 'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>'.repeat(60_000)) }),
    /more than 50,000 rows/,
  ],
  [
    'with a cell outside of the sheet’s columns',
    () => workbook({ 'xl/worksheets/sheet1.xml': sheet('<row r="3"><c r="ZZZZZZZZ1"><v>1</v></c></row>') }),
    /more than 200 columns/,
  ],
  ['of commas only', () => Buffer.from(`${','.repeat(MB)}\n`), /more than 200 columns|has no rows/],
  ['with an unterminated quote', () => Buffer.from(`a,b\n"${'x'.repeat(3 * MB)}`), /could not be read as CSV/],
  ['of 25 MB', () => Buffer.alloc(25 * MB, 'a,b\n'), /larger than 20 MB/],
]

test('a malicious file is rejected on a page with the reason, and memory stays bounded', async ({ browser, site }) => {
  const [page, context] = await editor(site, browser)
  const before = memory(site)
  let most = 0
  for (const [what, file, says] of BOMBS) {
    const sent = { kind: 'type-labels', file: { name: 'list.xlsx', mimeType: 'text/csv', buffer: Buffer.from(file()) } }
    const answering = context.request.post('/admin/imports/upload', {
      multipart: sent,
      headers: { origin: site.origin },
      maxRedirects: 0,
    })
    let done = false
    void answering.finally(() => (done = true))
    while (!done) {
      most = Math.max(most, memory(site))
      await page.waitForTimeout(250)
    }
    const answer = await answering
    expect(answer.status(), what).toBe(303)
    await page.goto(answer.headers().location!)
    await expect(page.locator('.form-problem'), what).toContainText(says)
  }
  const { rows } = await withConnection(site.databaseUrl, (client) =>
    client.query('SELECT count(*)::int AS n FROM import_batch'),
  )
  expect(rows[0].n).toBe(0)
  expect(most - before).toBeLessThan(400 * MB)
  console.log(`${BOMBS.length} bombs refused; ${Math.round((most - before) / MB)} MB more memory at most`)
  await context.close()
})

for (const script of [true, false])
  test(`with a full database disk, a save returns 503 and a page that keeps the typed values, ${script ? 'with' : 'without'} JavaScript`, async ({
    browser,
    site,
  }) => {
    const [page, context] = await editor(site, browser, script)
    await page.goto('/admin/entries/new')
    await page.getByRole('button', { name: 'Label', exact: true }).click()
    await page.waitForURL(/\/admin\/entries\/labels-/)
    const draft = new URL(page.url()).pathname
    const words = page.locator('[name="words"]')
    const say = (text: string) => withConnection(site.databaseUrl, (client) => client.query(text))
    await say(FULL)
    try {
      const saving = page.waitForResponse((one) => one.url().endsWith('/save'))
      await words.fill('Words for a full disk')
      await page.locator('.save-line button').click()
      const answer = await saving
      expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '5'])
      if (script) await expect(page.locator('.save-state')).toContainText('Not saved')
      else await expect(page.locator('main')).toContainText('takes nothing just now')

      // A server action form in another tab.
      const other = await context.newPage()
      await other.goto('/admin/account')
      await other.getByLabel('Name', { exact: true }).fill('Another name')
      const sent = other.waitForResponse((one) => one.request().method() === 'POST')
      await other.getByRole('button', { name: 'Save' }).first().click()
      const told = await sent
      expect([told.status(), told.headers()['retry-after']]).toEqual([503, '5'])
      await expect(other.locator('.form-problem')).toContainText('takes nothing just now')
      await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Another name')
      // Public pages still work.
      expect((await context.request.get('/labels')).status()).toBe(200)
      expect((await context.request.get('/suggest')).status()).toBe(200)
    } finally {
      await say(FREE)
    }
    await page
      .getByRole('button', { name: /^(Save|Send|Try)/ })
      .first()
      .click()
    if (script) await expect(page.locator('.save-state')).toHaveText(/^Saved/)
    else await page.waitForURL(/saved=/)
    await page.goto(draft)
    await expect(words).toHaveValue('Words for a full disk')
    await context.close()
  })
