import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import datapackage from 'datapackage'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GET } from '@/app/download/[...path]/route'
import { releaseDays } from '@/lib/features/dataset/queries'
import { releaseName } from '@/lib/features/dataset/release'
import { lastChange } from '@/lib/features/exports/last-published'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()
await publishOne('officials', ids.chief, { ...inputs.officials, aliases: [] }, 1, {
  kind: 'corrected',
  reason: { en: 'Not an alias.' },
})
// Lists exclude this one by default, but the dataset contains it.
await db.pool.query('UPDATE statement SET represents = true')

const get = (name: string, headers: Record<string, string> = {}) =>
  GET(new Request(`https://record.example/data/${name}`, { headers }), {
    params: Promise.resolve({ path: ['data', name] }),
  })
const unzipped = async (name: string) => unzipSync(new Uint8Array(await (await get(name)).arrayBuffer()))
const files = await unzipped(releaseName(await lastChange()))
const text = (path: string) => new TextDecoder().decode(files[path])
const { resources, ...descriptor } = JSON.parse(text('datapackage.json'))

test('the descriptor describes the dataset', () =>
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

test.each(resources as { name: string; path: string }[])('$name matches its schema', (resource) => {
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

/** This library predates Data Package lists and fractional seconds. */
const asBefore = ({ type, ...field }: { name: string; type: string }) => {
  if (type === 'datetime') return { ...field, type, format: 'any' }
  return { ...field, type: type === 'list' ? 'string' : type }
}

test('a third-party library validates the package and reads every row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  mkdirSync(join(folder, 'data'))
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, path), bytes)
  expect(await datapackage.validate(JSON.parse(text('datapackage.json')))).toMatchObject({ valid: true })
  const tabular = (resources as { path: string; schema: { fields: { name: string; type: string }[] } }[]).map(
    (one) => ({
      ...one,
      profile: 'tabular-data-resource',
      schema: { ...one.schema, fields: one.schema.fields.map(asBefore) },
    }),
  )
  const data = await datapackage.Package.load({ ...descriptor, resources: tabular }, { basePath: folder })
  expect(data.errors).toEqual([])
  for (const resource of data.resources) {
    const { length } = parse(text(`data/${resource.name}.csv`), { columns: true })
    expect([resource.name, (await resource.read()).length]).toEqual([resource.name, length])
  }
  rmSync(folder, { recursive: true })
})

test('the changelog has the reason, the old value and the new one', () =>
  expect(parse(text('changelog.csv'), { columns: true })).toMatchObject([
    { type: 'officials', kind: 'corrected', reason: 'Not an alias.', field: 'aliases', before: 'A. Pena', after: '' },
  ]))

test('the package contains the README, methodology, license and dictionaries', () => {
  for (const path of ['README.md', 'METHODOLOGY.md', 'LICENCE.md', 'dictionary.en.csv', 'dictionary.es.csv'])
    expect(text(path).length, path).toBeGreaterThan(100)
})

test('an unknown release returns 404 and the name of the current one', async () => {
  const missing = await get('local-record-1999-01-01.zip')
  expect(missing.status).toBe(404)
  expect((await missing.json()).detail).toContain(releaseName(await lastChange()))
})

const etagOf = async (name: string): Promise<string> => {
  const { headers, body } = await get(name)
  await body?.cancel()
  return headers.get('etag')!
}

/** History is immutable, so the test rewrites timestamps with triggers disabled. */
const rewritten = async (query: string): Promise<void> => {
  const client = await db.pool.connect()
  await client.query('SET session_replication_role = replica')
  await client.query(query)
  client.release(true)
}

test('a release revalidates with 304 until the next publication', async () => {
  const name = releaseName(await lastChange())
  const etag = await etagOf(name)
  expect((await get(name, { 'if-none-match': etag })).status).toBe(304)
  await rewritten("UPDATE revision SET at = at + interval '1 millisecond' WHERE kind = 'corrected'")
  expect(await etagOf(name)).not.toBe(etag)
})

test('a past release contains the records of that day', async () => {
  // The records were created two days ago, corrected yesterday, and a label was withdrawn today.
  await rewritten("UPDATE revision SET at = at - interval '2 days' WHERE version = 1")
  await rewritten("UPDATE revision SET at = at - interval '1 day' WHERE kind = 'corrected'")
  await withdrawRecord({ id: 'e', role: 'editor' }, { type: 'labels', id: ids.label, reason: { en: 'A mistake.' } })
  const [today, yesterday, before] = await releaseDays()
  const rows = async (day: string | undefined, path: string): Promise<Record<string, string>[]> =>
    parse(new TextDecoder().decode((await unzipped(releaseName(day!)))[path]), { columns: true })
  expect(await rows(before, 'data/officials.csv')).toMatchObject([{ version: '1', aliases: 'A. Pena' }])
  expect(await rows(before, 'changelog.csv')).toEqual([])
  expect(await rows(yesterday, 'data/officials.csv')).toMatchObject([{ version: '2', aliases: '' }])
  expect(await rows(yesterday, 'changelog.csv')).toMatchObject([{ kind: 'corrected' }])
  expect(await rows(yesterday, 'data/labels.csv')).toHaveLength(1)
  expect(await rows(today, 'data/labels.csv')).toEqual([])
  expect(await rows(today, 'changelog.csv')).toMatchObject([{ kind: 'withdrawn' }, { kind: 'corrected' }])
  const { version } = JSON.parse(
    new TextDecoder().decode((await unzipped(releaseName(before!)))['datapackage.json']),
  ) as { version: string }
  expect(version).toBe(before)
  const etag = await etagOf(releaseName(before!))
  expect((await get(releaseName(before!), { 'if-none-match': etag })).status).toBe(304)
})
