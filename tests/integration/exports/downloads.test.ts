import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { GET } from '@/app/download/[...path]/route'
import { RECORD_TYPE_NAMES, RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()
await db.pool.query("UPDATE jurisdiction SET geoid = '09001' WHERE path = '/tx/el-paso'")
await publishOne('officials', ids.chief, { ...inputs.officials, aliases: ['=HYPERLINK("x")'] }, 1, {
  kind: 'corrected',
  reason: { en: 'An alias was missing.' },
})

const get = (address: string) => {
  const url = new URL(address, 'https://record.example')
  const path = decodeURIComponent(url.pathname).slice(1).split('/')
  return GET(new Request(url), { params: Promise.resolve({ path }) })
}
const rowsOf = async (address: string): Promise<Record<string, string>[]> =>
  parse(await (await get(address)).text(), { columns: true, bom: true })
const count = async (type: RecordTypeName) =>
  (await db.pool.query(`SELECT count(*)::int AS n FROM ${RECORD_TYPES[type].table}`)).rows[0].n as number

describe.each(RECORD_TYPE_NAMES)('%s', (type) => {
  test('CSV, XLSX and JSON contain the same rows, all of them', async () => {
    const csv = await rowsOf(`/${type}.csv`)
    const json = await (await get(`/${type}.json`)).json()
    const xlsx = await readSheet(Buffer.from(await (await get(`/${type}.xlsx`)).arrayBuffer()))
    expect(csv).toHaveLength(await count(type))
    expect(json.count).toBe(csv.length)
    expect(json.data.map((one: { id: string }) => one.id)).toEqual(csv.map((one) => one.id))
    expect(xlsx.slice(1).map((row) => row[0])).toEqual(csv.map((one) => one.id))
    expect(json.data.map((one: object) => RECORD_TYPES[type].record.parse(one))).toEqual(json.data)
  })
  test('has both feeds', async () => {
    const atom = await (await get(`/${type}.atom`)).text()
    expect(atom.match(/<entry>/g)).toHaveLength(await count(type))
    const feed = await (await get(`/${type}.feed.json`)).json()
    expect(feed.items).toHaveLength(await count(type))
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
  })
})

test('a GEOID is text in XLSX and keeps its leading zeros', async () => {
  const [head, ...rows] = await readSheet(Buffer.from(await (await get('/statements.xlsx')).arrayBuffer()))
  expect(rows[0]![head!.indexOf('place_geoid')]).toBe('09001')
})

test('a cell that begins with "=" is not a formula', async () => {
  expect((await rowsOf('/officials.csv'))[0]!.aliases).toBe(`'=HYPERLINK("x")`)
})

test('a file has its name and media type, for every origin', async () => {
  const { headers } = await get('/statements.csv?state=TX')
  expect(headers.get('content-disposition')).toMatch(
    /filename="local-record-statements-state-TX-\d{4}-\d\d-\d\d\.csv"$/,
  )
  expect(headers.get('content-type')).toMatch(/^text\/csv/)
  expect(headers.get('access-control-allow-origin')).toBe('*')
})

test('the byte order mark is present on request', async () => {
  const start = async (address: string) => new Uint8Array(await (await get(address)).arrayBuffer()).slice(0, 3)
  expect([...(await start('/statements.csv?bom=1'))]).toEqual([0xef, 0xbb, 0xbf])
  expect([...(await start('/statements.csv'))]).not.toEqual([0xef, 0xbb, 0xbf])
})

test('filters select the same rows in every format', async () => {
  for (const [query, n] of [
    ['state=TX', 1],
    ['state=CA', 0],
    ['q=raids', 1],
  ] as const) {
    expect(await rowsOf(`/statements.csv?${query}`)).toHaveLength(n)
    expect((await (await get(`/statements.json?${query}`)).json()).count).toBe(n)
    expect((await (await get(`/statements.feed.json?${query}`)).json()).items).toHaveLength(n)
  }
})

test.each([
  '/statements.csv?colour=red&state=TX',
  '/statements.json?state=Atlantis',
  '/statements.xlsx?sort=colour',
  '/statements.csv?bom=yes',
  '/tx.json?after=1',
])('%s is rejected with the name of the parameter', async (address) => {
  const response = await get(address)
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = await response.json()
  expect(problem).toMatchObject({ status: 422, errors: [{ detail: expect.any(String) }] })
  expect(address).toContain(problem.errors[0].parameter)
})

test('following the pagination links returns the whole file', async () => {
  for (const format of ['csv', 'json']) {
    const whole = (await rowsOf('/jurisdictions.csv')).map((one) => one.id)
    const seen: string[] = []
    let address: string | undefined = `/jurisdictions.${format}?size=1`
    while (address) {
      const response = await get(address)
      const text = await response.text()
      const rows = format === 'csv' ? parse(text, { columns: true }) : JSON.parse(text).data
      expect(rows).toHaveLength(1)
      seen.push((rows as { id: string }[])[0]!.id)
      address = /<https:\/\/record\.example([^>]+)>; rel="next"/.exec(response.headers.get('link')!)?.[1]
    }
    expect(seen).toEqual(whole)
  }
  const all = await get('/jurisdictions.csv')
  await all.text()
  expect(all.headers.get('link')).not.toContain('next')
  for (const odd of ['size=0', 'size=9999', 'after=x']) expect((await get(`/labels.json?${odd}`)).status, odd).toBe(422)
})

test('a current spreadsheet revalidates with 304', async () => {
  const ask = async (headers: Record<string, string> = {}) => {
    const response = await GET(new Request('https://record.example/labels.xlsx', { headers }), {
      params: Promise.resolve({ path: ['labels.xlsx'] }),
    })
    await response.body?.cancel()
    return response
  }
  const etag = (await ask()).headers.get('etag')!
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  expect((await ask({ 'if-none-match': 'W/"other"' })).status).toBe(200)
})

describe('a record', () => {
  test('is JSON at its URL, by its id, and in Spanish', async () => {
    const expected = { id: ids.statement, version: 1 }
    const path = `/statements/${ids.statement}`
    for (const address of [`${path}.json`, `${path}-whatever.json`, `/es${path}.json`, `${path}.json?version=1`])
      expect(await (await get(address)).json()).toMatchObject(expected)
    expect(await (await get('/tx/el-paso.json')).json()).toMatchObject({ id: ids.city, geoid: null })
  })
  test('has its old versions', async () => {
    expect(await (await get(`/officials/${ids.chief}.json?version=1`)).json()).toMatchObject({
      version: 1,
      aliases: ['A. Pena'],
    })
    expect((await get(`/officials/${ids.chief}.json?version=9`)).status).toBe(404)
  })
  test('that is withdrawn returns the reason, and an unknown one returns 404', async () => {
    await withdrawRecord({ id: 'e', role: 'editor' }, { type: 'labels', id: ids.label, reason: { en: 'A mistake.' } })
    const gone = await get(`/labels/${ids.label}.json`)
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({ withdrawn: { reason: { en: 'A mistake.' } } })
    for (const address of [
      '/labels/0000000000.json',
      '/nowhere.csv',
      '/tx.csv',
      '/about.json',
      '/es.json',
      '/a/b/c.json',
    ])
      expect((await get(address)).status, address).toBe(404)
  })
})
