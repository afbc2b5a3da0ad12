import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { GET } from '@/app/download/[...path]/route'
import { releaseName } from '@/lib/domain/dataset/release'
import { lastChange } from '@/lib/domain/exports/changes'
import { set } from '@/lib/platform/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()
await publishOne('officials', ids.chief, { ...inputs.officials, aliases: [] }, 1, {
  kind: 'corrected',
  reason: { en: 'Not an alias.' },
})
// One that lists leave out unless they are asked for it: the data set has everything.
await db.pool.query('UPDATE statement SET represents = true')

const get = (name: string) =>
  GET(new Request(`https://record.example/data/${name}`), { params: Promise.resolve({ path: ['data', name] }) })
const files = unzipSync(new Uint8Array(await (await get(releaseName(await lastChange()))).arrayBuffer()))
const text = (path: string) => new TextDecoder().decode(files[path])
const { resources, ...descriptor } = JSON.parse(text('datapackage.json'))

test('the descriptor says what it is', () =>
  expect(descriptor).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'local-record',
    licenses: [{ name: 'CC-BY-4.0' }],
    version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  }))

const FORM: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  list: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
}

test.each(resources as { name: string; path: string }[])('$name fits its schema', (resource) => {
  const { path, bytes, hash, schema } = resource as never as {
    path: string
    bytes: number
    hash: string
    schema: { fields: { name: string; type: string; categories?: { value: string }[] }[]; primaryKey: string[] }
  }
  expect(files[path]!.length).toBe(bytes)
  expect(`sha256:${createHash('sha256').update(files[path]!).digest('hex')}`).toBe(hash)
  const rows: Record<string, string>[] = parse(text(path), { columns: true })
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(schema.fields.map((one) => one.name))
    for (const { name, type, categories } of schema.fields) {
      if (row[name] === '') continue
      expect(row[name], name).toMatch(FORM[type]!)
      if (categories) expect(categories.map((one) => one.value)).toContain(row[name])
    }
  }
})

test('the changelog has the reason, the old value and the new one', () =>
  expect(parse(text('changelog.csv'), { columns: true })).toMatchObject([
    { room: 'officials', kind: 'corrected', reason: 'Not an alias.', field: 'aliases', before: 'A. Pena', after: '' },
  ]))

test('what people read is there', () => {
  for (const path of ['README.md', 'METHODOLOGY.md', 'LICENCE.md', 'dictionary.en.csv', 'dictionary.es.csv'])
    expect(text(path).length, path).toBeGreaterThan(100)
})

test('the release of another day is not there, and the answer names the current one', async () => {
  const missing = await get('local-record-1999-01-01.zip')
  expect(missing.status).toBe(404)
  expect((await missing.json()).detail).toContain(releaseName(await lastChange()))
})
