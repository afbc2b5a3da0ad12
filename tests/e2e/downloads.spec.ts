import { type APIRequestContext, expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import { CORRECTED, WITHDRAWN } from './history'

const rowsOf = async (request: APIRequestContext, address: string): Promise<Record<string, string>[]> =>
  parse(await (await request.get(address)).text(), { columns: true, bom: true })
const sheetOf = async (request: APIRequestContext, address: string) =>
  readSheet(Buffer.from(await (await request.get(address)).body()))

for (const query of [
  '',
  '?state=TX',
  '?state=TX&body=police_department',
  '?topic=enforcement-participation&sort=oldest',
]) {
  test(`page, CSV, XLSX, JSON, API and feed agree: /statements${query}`, async ({ page, request }) => {
    await page.goto(`/statements${query}`)
    const heading = await page.locator('h1').textContent()
    const json = await (await request.get(`/statements.json${query}`)).json()
    const csv = await rowsOf(request, `/statements.csv${query}`)
    const sheet = await sheetOf(request, `/statements.xlsx${query}`)
    const api = await (await request.get(`/api/v1/statements${query}`)).json()
    expect(heading).toContain(String(json.count))
    expect(csv).toHaveLength(json.count)
    expect(sheet).toHaveLength(json.count + 1)
    expect(api.total).toBe(json.count)
    expect(json.data.map((one: { id: string }) => one.id)).toEqual(csv.map((one) => one.id))
    expect(sheet.slice(1).map((row) => row[0])).toEqual(csv.map((one) => one.id))

    const feed = await page.locator('link[rel=alternate][type="application/feed+json"]').getAttribute('href')
    const { items } = await (await request.get(feed!)).json()
    expect(items).toHaveLength(Math.min(json.count, 50))
    const ids = new Set(csv.map((one) => one.id))
    for (const { url } of items) expect(ids).toContain(url.split('/').at(-1).slice(0, 10))
  })
}

test('a GEOID keeps its leading zeros in XLSX', async ({ request }) => {
  const [head, ...rows] = await sheetOf(request, '/jurisdictions.xlsx?state=CT')
  const at = head!.indexOf('geoid')
  const geoids = rows.map((row) => row[at]).filter(Boolean)
  expect(geoids).toContain('09001')
  for (const geoid of geoids) expect(typeof geoid).toBe('string')
})

test('a file has its name, allows every origin, and revalidates with 304', async ({ request }) => {
  const first = await request.get('/statements.csv?state=TX', { headers: { origin: 'https://elsewhere.example' } })
  const headers = first.headers()
  expect(headers['content-disposition']).toMatch(/filename="local-record-statements-state-TX-\d{4}-\d\d-\d\d\.csv"/)
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  expect(headers['cache-control']).toContain('public')
  for (const address of [
    '/statements.csv?state=TX',
    '/statements.json',
    '/tx/el-paso.json',
    '/api/v1/statements?size=1',
  ]) {
    const { etag } = (await request.get(address)).headers()
    expect(etag, address).toBeTruthy()
    expect((await request.get(address, { headers: { 'if-none-match': etag! } })).status()).toBe(304)
  }
  const preflight = await request.fetch('/api/v1/statements', { method: 'OPTIONS' })
  expect([preflight.status(), preflight.headers()['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect((await request.fetch('/statements.csv', { method: 'OPTIONS' })).status()).toBe(204)
})

test('the API rejects an unknown parameter by name, and the page ignores it', async ({ request }) => {
  for (const address of ['/statements.csv?colour=red', '/api/v1/statements?colour=red']) {
    const refused = await request.get(address)
    expect(refused.status()).toBe(422)
    expect(refused.headers()['content-type']).toContain('application/problem+json')
    expect((await refused.json()).errors).toMatchObject([{ parameter: 'colour', value: 'red' }])
  }
  expect((await request.get('/statements?colour=red')).status()).toBe(200)
  for (const address of ['/api/v1/nothing', '/api/v1/statements/0000000000', '/api/v1/a/b/c/d', '/nowhere.json']) {
    const missing = await request.get(address)
    expect([missing.status(), missing.headers()['content-type']], address).toEqual([404, 'application/problem+json'])
  }
  expect((await request.post('/api/v1/statements')).status()).toBe(405)
  expect((await request.get(`/labels/${WITHDRAWN}.json`)).status()).toBe(410)
})

test('every record has a JSON representation at its own URL', async ({ page, request }) => {
  await page.goto('/tx/el-paso')
  await page.getByRole('link', { name: 'This entry as data (JSON)' }).click()
  expect(new URL(page.url()).pathname).toBe('/tx/el-paso.json')
  const spanish = await request.get('/es/tx/el-paso.json')
  expect(await spanish.json()).toMatchObject({ fullName: 'El Paso, Texas' })
})

test('the API paginates with Link rel=next', async ({ request }) => {
  const { link } = (await request.get('/api/v1/statements?size=2')).headers()
  const [, next] = /<([^>]+)>; rel="next"/.exec(link!)!
  const second = await (await request.get(new URL(next!).pathname + new URL(next!).search)).json()
  expect(second.data).toHaveLength(2)
})

test('a rate-limited client gets 429 with Retry-After and a JSON error', async ({ request }) => {
  // The last address in the header is the client's, so no other test shares this limit.
  const headers = { 'x-forwarded-for': '203.0.113.200' }
  let refused = await request.get('/labels.csv', { headers })
  // More than two minutes' limit, in case a new minute begins during the loop.
  for (let n = 0; n < 250 && refused.status() === 200; n++) refused = await request.get('/labels.csv', { headers })
  expect(refused.status()).toBe(429)
  const { 'retry-after': wait, ...others } = refused.headers()
  expect(Number(wait)).toBeGreaterThan(0)
  expect(Number(wait)).toBeLessThanOrEqual(60)
  expect([others['content-type'], others['cache-control']]).toEqual(['application/problem+json', 'no-store'])
  expect(await refused.json()).toMatchObject({ status: 429, detail: expect.stringContaining('/data') })
  expect((await request.get('/labels.csv', { headers: { 'x-forwarded-for': '203.0.113.201' } })).status()).toBe(200)
})

test('a response too large to cache still revalidates with 304', async ({ request }) => {
  const [release] = /\/data\/local-record-[\d-]+\.zip/.exec(await (await request.get('/data')).text())!
  for (const address of [release, '/statements.xlsx', '/jurisdictions.csv', '/jurisdictions.json']) {
    const { etag } = (await request.get(address)).headers()
    expect(etag, address).toMatch(/^W\/"/)
    const again = await request.get(address, { headers: { 'if-none-match': etag! } })
    expect([address, again.status(), (await again.body()).length]).toEqual([address, 304, 0])
  }
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the link states the file’s row count, and the file states its filters and date', async ({ page }) => {
      await page.goto('/policies?binding=yes')
      const link = page.getByRole('link', { name: /^CSV, \d+ rows?$/ })
      const rows = Number(/\d+/.exec((await link.textContent())!)![0])
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(file.suggestedFilename()).toMatch(/^local-record-policies-binding-yes-\d{4}-\d\d-\d\d\.csv$/)
      const text = (await file.createReadStream()).setEncoding('utf8').toArray()
      const records: Record<string, string>[] = parse((await text).join(''), { columns: true })
      expect(records).toHaveLength(rows)
      for (const column of ['id', 'permalink', 'source_url', 'archive_url', 'status_date_edtf'])
        expect(Object.keys(records[0]!).join(' '), column).toContain(column)
    })
  })

test('corrections have a feed that shows each change', async ({ page, request }) => {
  await page.goto('/about/corrections')
  const entry = page.getByRole('region', { name: CORRECTED.name })
  await expect(entry).toContainText('An alias was missing.')
  await expect(entry.locator('ins')).toHaveText(CORRECTED.alias)
  const atom = await (await request.get('/about/corrections.atom')).text()
  expect(atom).toContain(CORRECTED.alias)
  expect(atom).toContain('Somebody else said it.')
})

test('an old version lists the changes since', async ({ page }) => {
  await page.goto(`/officials?q=${encodeURIComponent(CORRECTED.name)}`)
  await page.getByRole('link', { name: CORRECTED.name, exact: true }).first().click()
  await page.waitForURL(/\/officials\/\w{10}/)
  await page.goto(`${page.url()}?version=1`)
  await expect(
    page.getByRole('region', { name: 'What changed from version 1 to version 2' }).locator('ins'),
  ).toHaveText(CORRECTED.alias)
})

test.describe('citing', () => {
  const open = '/statements'
  test('offers six formats with the version, and the copy button confirms', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { data } = await (await page.request.get('/api/v1/statements?size=1')).json()
    await page.goto(data[0].path)
    await page.getByText('Citation in six forms').click()
    for (const form of ['apa', 'mla', 'chicago', 'bibtex', 'ris', 'csl'])
      await expect(page.locator(`[data-form=${form}]`)).toContainText(`${open}/${data[0].id}?version=1`)
    await page.getByRole('button', { name: 'Copy APA' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Local Record. (')
  })
  test('works without JavaScript', async ({ browser, request }) => {
    const { data } = await (await request.get('/api/v1/statements?size=1')).json()
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(data[0].path)
    await page.getByText('Citation in six forms').click()
    await expect(page.locator('[data-form=apa]')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0)
    await page.close()
  })
})

test('the dataset contains every file with its checksum and row count', async ({ page, request }) => {
  await page.goto('/data')
  const address = await page.getByRole('link', { name: /^local-record-.*\.zip$/ }).getAttribute('href')
  const files = unzipSync(new Uint8Array(await (await request.get(address!)).body()))
  const text = (path: string) => new TextDecoder().decode(files[path])
  const sums = text('SHA256SUMS').trim().split('\n')
  expect(sums.map((line) => line.split('  ')[1]).toSorted()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'SHA256SUMS')
      .toSorted(),
  )
  for (const line of sums) {
    const [sum, path] = line.split('  ')
    expect(createHash('sha256').update(files[path!]!).digest('hex')).toBe(sum)
  }
  const { resources, version } = JSON.parse(text('datapackage.json'))
  expect(address).toContain(version)
  for (const { path, schema } of resources) {
    const [head] = parse(text(path), { to: 1 }) as string[][]
    expect(head).toEqual(schema.fields.map((one: { name: string }) => one.name))
  }
  const ld = await page.locator('script[type="application/ld+json"]').first().textContent()
  expect(JSON.parse(ld!)).toMatchObject({ '@type': 'Dataset', license: expect.stringContaining('creativecommons') })
  expect((await request.get('/data/local-record-1999-01-01.zip')).status()).toBe(404)
})

for (const path of ['/about/api', '/feeds', '/data', '/about/corrections']) {
  test(`${path} exists in both languages, and its links resolve`, async ({ page, request }) => {
    expect((await request.get(`/es${path}`)).status()).toBe(200)
    await page.goto(path)
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    const files = [...new Set(links)].filter((one) => !/\.(zip|xlsx)$|jurisdictions\.(csv|json)/.test(one)).slice(0, 40)
    for (const link of files) expect([200, 410], link).toContain((await request.get(link)).status())
  })
}
