import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import * as list from '@/app/api/v1/[type]/route'
import * as record from '@/app/api/v1/[type]/[id]/route'
import * as versions from '@/app/api/v1/[type]/[id]/versions/route'
import * as changes from '@/app/api/v1/changes/route'
import * as oembed from '@/app/api/oembed/route'
import * as index from '@/app/api/v1/route'
import * as openapi from '@/app/api/v1/openapi.json/route'
import * as places from '@/app/api/v1/places/route'
import * as search from '@/app/api/v1/search/route'
import { openApiDocument } from '@/lib/features/api/document'
import { operations } from '@/lib/features/api/operations'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()
const reason = { en: 'An alias was missing.' }
await publishOne('officials', ids.chief, { ...inputs.officials, aliases: [] }, 1, { kind: 'corrected', reason })

const document = openApiDocument()
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ ...document, $id: 'api' })

const ROUTES = { index, search, places, changes, oembed, openapi } as Record<string, typeof list>
const routeOf = (operation: string) =>
  ROUTES[operation] ?? (operation.startsWith('list-') ? list : operation.startsWith('versions-') ? versions : record)

const ask = (operation: string, path: string) => {
  const [, recordType = '', id = ''] = path.split('?')[0]!.split('/')
  const request = new Request(`https://record.example/api/v1${path}`)
  return routeOf(operation).GET(request, { params: Promise.resolve({ type: recordType, id }) })
}

/** Validates a response against the document's schema for its status, and throws on a mismatch. */
const check = async (path: string, response: Response) => {
  const pointer = (keys: string[]) =>
    keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const type = response.status >= 400 ? 'application/problem+json' : 'application/json'
  expect(response.headers.get('content-type')).toContain(type)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const at = pointer(['paths', path || '/', 'get', 'responses', String(response.status), 'content', type, 'schema'])
  const validate = ajv.compile({ $ref: `api#/${at}` })
  const body = await response.json()
  expect(validate(body) || validate.errors).toBe(true)
  return body
}

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(document)))
  expect(result).toMatchObject({ valid: true })
  expect(await (await ask('openapi', '/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(document)))
})

const { data: officials } = await (await ask('list-officials', '/officials')).json()
const idOf: Record<string, string> = {
  ...Object.fromEntries(RECORD_TYPE_NAMES.map((recordType) => [recordType, ''])),
  officials: officials[0].id,
}
for (const recordType of RECORD_TYPE_NAMES)
  idOf[recordType] = (await (await ask(`list-${recordType}`, `/${recordType}`)).json()).data[0].id

describe.each(operations())('$id', ({ id, path, example, parameters }) => {
  const recordType = id.replace(/^(list|get|versions)-/, '')
  test('matches the document', async () => {
    const response = await ask(id, example.replace('{id}', idOf[recordType] ?? ''))
    expect(response.status).toBe(200)
    await check(path, response)
  })
  // oEmbed requires that unknown parameters are ignored.
  if (!/^(openapi|oembed)$/.test(id))
    test('rejects an unknown parameter', async () => {
      const address = `${example.replace('{id}', idOf[recordType] ?? '')}${example.includes('?') ? '&' : '?'}colour=red`
      const response = await ask(id, address)
      expect(response.status).toBe(422)
      expect((await check(path, response)).errors).toMatchObject([{ parameter: 'colour', value: 'red' }])
    })
  if (path.includes('{id}'))
    test('returns 404 for an unknown record', async () => {
      const response = await ask(id, example.replace('{id}', '0000000000'))
      expect(response.status).toBe(404)
      await check(path, response)
    })
  test('lists each parameter once', () => {
    expect(new Set(parameters.map((one) => one.name)).size).toBe(parameters.length)
  })
  test('is read-only', async () => {
    const route = routeOf(id)
    expect((await route.POST()).status).toBe(405)
    const allowed = await route.OPTIONS()
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('*')
  })
})

test('the pages contain every record once', async () => {
  const seen: string[] = []
  let path = '/jurisdictions?size=1'
  for (let pages = 0; pages < 5; pages++) {
    const response = await ask('list-jurisdictions', path)
    const { data, total } = await response.json()
    expect(total).toBe(2)
    seen.push(...data.map((one: { id: string }) => one.id))
    const next = /<https:\/\/record\.example\/api\/v1([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')
    if (!next) break
    path = next[1]!
  }
  expect(seen.toSorted()).toEqual([ids.city, ids.state].toSorted())
})

test.each([
  ['list-statements', '/statements?size=0', 'size'],
  ['list-statements', '/statements?size=201', 'size'],
  ['list-statements', '/statements?after=nonsense', 'after'],
  ['list-statements', '/statements?topic=nonsense', 'topic'],
  ['list-statements', '/statements?sort=nonsense', 'sort'],
  ['get-officials', '/officials/{id}?version=0', 'version'],
  ['changes', '/changes?since=yesterday', 'since'],
  ['changes', '/changes?since=2026-99-99', 'since'],
  ['changes', '/changes?after=x', 'after'],
  ['search', '/search', 'q'],
  ['places', '/places?q=', 'q'],
])('%s: %s is rejected', async (id, path, parameter) => {
  const response = await ask(id, path.replace('{id}', ids.chief))
  expect(response.status).toBe(422)
  const operation = operations().find((one) => one.id === id)!
  expect((await check(operation.path, response)).errors).toMatchObject([{ parameter }])
})

test('a mirror receives every change since a time and resumes from its position', async () => {
  const all = await (await ask('changes', '/changes?size=200')).json()
  expect(all.data.at(-1)).toMatchObject({ type: 'officials', id: ids.chief, version: 2, kind: 'corrected', reason })
  const first = await (await ask('changes', '/changes?size=3')).json()
  const rest = await (await ask('changes', `/changes?size=200&after=${first.next}`)).json()
  expect([...first.data, ...rest.data]).toEqual(all.data)
  expect((await (await ask('changes', '/changes?since=2100-01-01')).json()).data).toEqual([])
})

test('versions have reasons and stay readable', async () => {
  const { data } = await (await ask('versions-officials', `/officials/${ids.chief}/versions`)).json()
  expect(data).toMatchObject([
    { version: 2, kind: 'corrected', reason },
    { version: 1, kind: 'published' },
  ])
  expect(await (await ask('get-officials', `/officials/${ids.chief}?version=1`)).json()).toMatchObject({
    aliases: ['A. Pena'],
  })
})

test('a place is found by prefix', async () => {
  const { data } = await (await ask('places', '/places?q=el+pa')).json()
  expect(data).toMatchObject([{ name: 'El Paso, Texas', usps: 'TX' }])
})

test('a withdrawn record returns the reason', async () => {
  await withdrawRecord({ id: 'e', role: 'editor' }, { type: 'labels', id: ids.label, reason: { en: 'A mistake.' } })
  const response = await ask('get-labels', `/labels/${ids.label}`)
  expect(response.status).toBe(410)
  expect(await check('/labels/{id}', response)).toMatchObject({ withdrawn: { reason: { en: 'A mistake.' } } })
})
