import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { cases } from '@/tests/fixtures/thorough'
import { HOSTILE, UNKEPT } from '@/tests/fixtures/hostile-input'
import { articlesPort } from './articles'
import { expect, test } from './admin'
import { RECORD_TYPES } from './record-types'
import { watch } from './injection-watch'

const linksTo = (page: Page, begins: string) =>
  page
    .locator(`main a[href^="${begins}"]`)
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href')!))])

test('hostile text in a captured page renders as text everywhere in the admin area', async ({ as, baseURL }) => {
  const page = await as('editor')
  const { open, look } = await watch(page, baseURL!)
  await page.goto('/admin/start')
  const address = `http://127.0.0.1:${articlesPort(Number(new URL(baseURL!).port))}/hostile?edition=1`
  await page.getByLabel('Link', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Read the page' }).click()
  await expect(page.getByRole('heading', { name: 'Candidates' })).toBeVisible()
  await look()
  await expect(page.getByRole('article').first()).toContainText('hostileCanary')
  const [source] = await linksTo(page, '/admin/sources/')
  await page.getByRole('button', { name: 'Start an entry with these words' }).first().click()
  await expect(page).toHaveURL(/\/admin\/entries\/statements-/)
  const draft = new URL(page.url()).pathname
  let seen = await look()
  const id = source!.split('/').at(-1)!
  const pages = [source!, `${source}?done=new`, `/admin/edit/sources/${id}`, `/admin/entries/sources-${id}/review`]
  for (const path of [...pages, `${draft}/review`, `${draft}/preview`, '/admin/sources', '/admin/entries', '/admin'])
    seen = await open(path)
  expect(seen).toEqual([])
  await page.goto(draft)
  const text = page.locator('.source-content')
  await text.evaluate((one) => document.getSelection()!.selectAllChildren(one))
  await page.getByRole('button', { name: 'Use these words' }).click()
  await expect(page.locator('textarea[name$=".exact"]').first()).toHaveValue(/a\u202eb.*\u2066c/s)
})

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const xml = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

/** A list with each kind of hostile text in every column, and in an unknown one. */
const rowsOf = (columns: string[]): string[][] => [
  [...columns, HOSTILE.image!, HOSTILE.formula!],
  ...Object.values(HOSTILE).map((text) => [...columns, '', ''].map(() => text)),
  ...[UNKEPT.override, UNKEPT.isolate, UNKEPT.escape].map((text) => [...columns, '', ''].map(() => text)),
]

const csv = (rows: string[][]) => rows.map((row) => row.map(cell).join(',')).join('\n')

const workbook = (rows: string[][]) => {
  const cells = (row: string[]) => row.map((one) => `<c t="inlineStr"><is><t>${xml(one)}</t></is></c>`).join('')
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${cells(row)}</row>`).join('')
  const name = xml(HOSTILE.image!.slice(0, 31))
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  })
}

/** Two record types in every run, all with `THOROUGH=4`. */
const KINDS = [
  'statements',
  'sources',
  ...RECORD_TYPES.filter((type) => !['statements', 'sources', 'jurisdictions'].includes(type)),
]

test('hostile text in an import’s file name, sheet, headings and cells renders as text in its preview', async ({
  as,
  baseURL,
}) => {
  const page = await as('editor')
  const { open, look } = await watch(page, baseURL!)
  let seen: string[] = []
  let looked = 0
  for (const type of KINDS.slice(0, 2 * cases(1).numRuns)) {
    const header = (await (await page.request.get(`/${type}.csv?state=ZZ`)).text())
      .replace(/^\ufeff/, '')
      .split('\r\n')[0]!
    const rows = rowsOf(header.split(',').filter((name) => name !== 'id'))
    const isBook = type === 'statements'
    const file = {
      name: `${HOSTILE.image!.replaceAll('/', '_')}.${isBook ? 'xlsx' : 'csv'}`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(isBook ? workbook(rows) : csv(rows)),
    }
    const headers = { origin: baseURL! }
    const sent = { multipart: { kind: `type-${type}`, file }, headers, maxRedirects: 0 }
    const { location } = (await page.request.post('/admin/imports/upload', sent)).headers()
    expect(location, type).toMatch(/^\/admin\/imports\/[\w-]+$/)
    await open(location!)
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await expect(page.locator('main')).toContainText('hostileCanary')
    await look()
    const left = await page.request.get(`${location}/refused`)
    expect(left.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
    for (const [, one] of (await left.text()).matchAll(/(?:^|,|\n)"?([^",\n]*)/g)) expect(one).not.toMatch(/^[=+@]/)
    for (const path of ['/admin/imports', `${location}?show=refused&after=3`]) seen = await open(path)
    looked += 4
  }
  expect(seen).toEqual([])
  console.log(`${looked} pages of imports with hostile files`)
})
