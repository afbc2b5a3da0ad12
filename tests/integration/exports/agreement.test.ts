import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GET as list } from '@/app/api/v1/[type]/route'
import { GET as download } from '@/app/download/[...path]/route'
import { collectionOf } from '@/lib/records/collections'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import { cases } from '@/tests/fixtures/thorough'
import { anyQuery, fittingQuery } from '@/tests/fixtures/count-queries'
import { feedIds } from '@/lib/features/feeds/feed-id'
import { contentDatabase } from '../content'

await contentDatabase()
const idOf = await feedIds()

// Each request has a different client address, so that no rate limit applies.
let callers = 0
const request = (path: string) =>
  new Request(`https://record.example${path}`, {
    headers: { 'x-forwarded-for': `198.51.${++callers >> 8}.${callers & 255}` },
  })
const file = (type: RecordTypeName, format: string, query: URLSearchParams) =>
  download(request(`/${type}.${format}?${query}`), { params: Promise.resolve({ path: [`${type}.${format}`] }) })
const api = (type: RecordTypeName, query: URLSearchParams) =>
  list(request(`/api/v1/${type}?${query}`), { params: Promise.resolve({ type }) })

const known = { state: ['TX', 'CA', 'IL', 'NE', 'CO'], outlet: ['KERA News'] }

describe.each(RECORD_TYPE_NAMES)('%s', (type) => {
  const { filters, count } = collectionOf(type)

  test('the heading, rows, CSV, JSON, API and feed agree under any filters', async () => {
    await fc.assert(
      fc.asyncProperty(fittingQuery(filters, known), async (query) => {
        const { values, issues } = filters.parse(query)
        fc.pre(issues.length === 0)
        const heading = await count(values)
        const csv: { id: string }[] = parse(await (await file(type, 'csv', query)).text(), { columns: true })
        expect(csv).toHaveLength(heading)
        const json = await (await file(type, 'json', query)).json()
        expect([json.count, json.data.length]).toEqual([heading, heading])
        const page = await (await api(type, query)).json()
        expect(page.total).toBe(heading)
        expect(page.data.map((one: { id: string }) => one.id)).toEqual(
          csv.slice(0, page.data.length).map(({ id }) => id),
        )
        const { items } = await (await file(type, 'feed.json', query)).json()
        expect(items).toHaveLength(Math.min(heading, 50))
        const ids = new Set(csv.map(({ id }) => idOf(`/${type}/${id}`)))
        for (const { id } of items) expect(ids).toContain(id)
      }),
      cases(type === 'jurisdictions' ? 3 : 12),
    )
  })

  test('any query string gets a response, and invalid parameters are rejected', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery(filters), async (query) => {
        const understood = filters.parse(query).issues.length === 0
        for (const answer of [await api(type, query), await file(type, 'feed.json', query)])
          expect([understood ? 200 : 422, 422]).toContain(answer.status)
      }),
      cases(15),
    )
  })
})
