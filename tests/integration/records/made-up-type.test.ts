import { expect, test } from 'vitest'
import { z } from 'zod'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { transaction } from '@/lib/platform/database/write'
import { field } from '@/lib/platform/lists/field'
import { updatedSince } from '@/lib/platform/lists/date-filters'
import { filterSet } from '@/lib/platform/lists/filters'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { publish } from '@/lib/platform/publishing/publish'
import { openApiDocument } from '@/lib/features/api/document'
import { listSchemas } from '@/lib/features/api/schemas'
import { tableSizes } from '@/lib/features/dataset/queries'
import { formPlan } from '@/lib/features/editing/form-plans'
import { dictionary } from '@/lib/features/exports/dictionary'
import { csvOf, jsonOf } from '@/lib/features/exports/formats'
import { readView } from '@/lib/features/exports/list-view'
import { importersFor } from '@/lib/features/imports/importers'
import { sitemapParts, sitemapRecords } from '@/lib/features/sitemap/queries'
import { collectionOf, countAll } from '@/lib/records/collections'
import { createRegistry } from '@/lib/records/create-registry'
import { defineRecordType } from '@/lib/records/define-record-type'
import { publishOrder } from '@/lib/records/publish-order'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { columnsOf } from '@/lib/records/shared/columns'
import { codeFilter, textSearchFilter } from '@/lib/records/shared/filters'
import { Id, recordFields } from '@/lib/records/shared/reference'
import { testDatabase } from '@/tests/integration/database'
import { ids, makeWorld } from '@/tests/integration/world'

const db = await testDatabase()
await makeWorld()
await db.pool.query(`CREATE TABLE motion (id text PRIMARY KEY, version int, path text, card jsonb, search tsvector,
  published_at timestamptz, updated_at timestamptz, title text, result text, official_id text)`)

// A record type that no file of the site references.

const RESULT = { passed: { en: 'Passed', es: 'Aprobada' }, failed: { en: 'Failed', es: 'Rechazada' } } as const
const fields = {
  title: field(z.string().min(1), { en: 'Title', es: 'Título' }),
  result: field(z.enum(['passed', 'failed']), { en: 'Result', es: 'Resultado' }, { vocabulary: RESULT }),
}
const Motion = z.object({ ...recordFields, ...fields }).meta({ id: 'Motion' })
const MotionInput = z.strictObject({ ...fields, officialId: Id.meta({ title: 'Official', es: 'Funcionario' }) })

const motions = defineRecordType({
  name: 'motions',
  table: 'motion',
  labels: {
    one: { en: 'Motion', es: 'Moción' },
    other: { en: 'Motions', es: 'Mociones' },
    about: { en: 'A vote of a council.', es: 'Una votación de un concejo.' },
  },
  record: Motion,
  input: MotionInput,
  filters: filterSet({
    noun: {
      en: { none: 'No motions', one: 'motion', other: 'motions' },
      es: { none: 'Ninguna moción', one: 'moción', other: 'mociones' },
    },
    filters: {
      text: textSearchFilter(),
      result: codeFilter('result', { en: 'Result', es: 'Resultado' }, RESULT, { en: '{}', es: '{}' }),
      since: updatedSince(),
    },
  }),
  sorts: {
    title: { column: 'title', descending: false, valueType: 'text', label: { en: 'By title', es: 'Por título' } },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: columnsOf<z.infer<typeof Motion>>(Motion),
  tableColumns: ['result'],
  form: [{ title: { en: 'What it is', es: 'Qué es' }, fields: ['title', 'result', 'officialId'] }],
  title: ({ title }) => title,
  titleSql: sql`r.title`,
  summary: ({ result }, lang) => RESULT[result][lang],
  choice: ({ title, result }, lang) => ({ label: title, about: RESULT[result][lang] }),
  searchText: ({ title }) => ({ names: [title], en: [], es: [] }),
  linkedBy: ['motionId'],
  storage: async () => ({
    write: async (tx, written) => {
      for (const { id, base, input } of written)
        await tx.rows(sql`INSERT INTO motion (id, version, path, published_at, updated_at, title, result, official_id)
          VALUES (${id}, ${base.version}, ${base.path}, ${base.publishedAt}, ${base.updatedAt}, ${input.title},
            ${input.result}, ${input.officialId})`)
    },
    read: (tx, ids) => tx.rows(sql`SELECT id, title, result FROM motion WHERE id = ANY(${ids})`),
  }),
})

const registry = createRegistry([...Object.values(RECORD_TYPES), motions])
const name = 'motions' as RecordTypeName
const view = (query = '') => readView(name, new URLSearchParams(query), [], registry).view

const text = async (pieces: AsyncIterable<string>): Promise<string> => {
  let all = ''
  for await (const piece of pieces) all += piece
  return all
}

await transaction((tx) =>
  publish(tx, registry, SYSTEM.id, [
    {
      type: name,
      id: 'motion0001',
      baseVersion: 0,
      data: { title: 'Budget', result: 'passed', officialId: ids.chief },
    },
    {
      type: name,
      id: 'motion0002',
      baseVersion: 0,
      data: { title: 'Zoning', result: 'failed', officialId: ids.chief },
    },
  ]),
)

test('its links are in the reference table', async () => {
  const rows = await sql`SELECT to_type, to_id FROM reference WHERE from_id = 'motion0001'`.rows()
  expect(rows).toEqual([{ to_type: 'officials', to_id: ids.chief }])
})

test('its collection lists, filters, counts and looks up', async () => {
  const { list, facets, lookUp } = collectionOf(name, registry)
  expect((await list()).rows.map(({ id }) => id)).toEqual(['motion0001', 'motion0002'])
  expect(await list({ filters: view('result=failed').values })).toMatchObject({ total: 1, rows: [{ title: 'Zoning' }] })
  expect((await list({ filters: view('q=budget').values })).total).toBe(1)
  expect(await countAll(name, registry)).toBe(2)
  expect((await facets()).result).toEqual(expect.arrayContaining([{ code: 'passed', count: 1 }]))
  expect(await lookUp('motion0001')).toMatchObject({ status: 'found', record: { path: '/motions/motion0001-budget' } })
})

test('its files have its columns, and its JSON the whole records', async () => {
  const [head, row] = (await text(csvOf(view('result=failed')))).split('\r\n')
  expect(head).toBe('id,permalink,title,result,version,published_at,updated_at')
  expect(row).toContain('Zoning,failed,1,')
  expect(JSON.parse(await text(jsonOf(view(), 'en')))).toMatchObject({
    data: [{ title: 'Budget' }, { title: 'Zoning' }],
  })
})

test('its API response matches its schema, and the OpenAPI document describes it', async () => {
  const { rows, total, next } = await view().collection.listJson()
  const answer = { data: rows.map((card) => JSON.parse(card) as unknown), total, more: false, next }
  expect(listSchemas(registry).motions!.parse(answer)).toEqual(answer)
  const { paths, components } = openApiDocument(registry)
  expect(paths).toHaveProperty(['/motions', 'get', 'summary'], 'List motions')
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/motions/{id}', '/motions/{id}/versions']))
  expect(components.schemas).toHaveProperty(['Motion', 'properties', 'result', 'x-labels', 'passed', 'es'], 'Aprobada')
})

test('its form has its sections, with fields recognized by their schema', () => {
  const { sections } = formPlan(name, 'es', registry)
  expect(sections).toMatchObject([
    { title: 'Qué es', fields: [{ kind: 'text' }, { kind: 'choice' }, { kind: 'reference', type: 'officials' }] },
  ])
})

test('its importer takes its columns and plans an entry', async () => {
  const importer = importersFor(registry)['type-motions']!
  expect([importer.label.es, importer.columns.map((column) => column.name)]).toEqual([
    'Mociones',
    motions.columns.map((column) => column.name),
  ])
  const cells = { title: 'Parking', result: 'Aprobada' }
  const row = { row: 2, cells, asRead: cells }
  const file = { name: 'motions.csv', sha256: '', sheet: null }
  const [planned] = await transaction((tx) => importer.plan([row], { tx, file, options: {} }))
  expect(planned).toMatchObject({
    problems: {},
    entries: [{ type: name, data: { title: 'Parking', result: 'passed' } }],
  })
})

test('the dictionary, dataset, sitemap and seed include it', async () => {
  expect(dictionary(name, 'es', registry)).toContainEqual([
    'result',
    'Resultado',
    'string',
    null,
    'passed = Aprobada; failed = Rechazada',
  ])
  expect(await tableSizes(registry)).toContainEqual({ type: name, rows: 2, columns: 7 })
  expect(await sitemapParts(1, registry)).toMatchObject([
    ...Array.from({ length: (await sitemapParts(1)).length }, () => ({})),
    { type: name, part: 1 },
    { type: name, part: 2 },
  ])
  expect(await sitemapRecords(name, 2, 1, registry)).toMatchObject([{ path: '/motions/motion0002-zoning' }])
  const order = publishOrder(registry)
  expect(order.indexOf(name)).toBeGreaterThan(order.indexOf('officials'))
})
