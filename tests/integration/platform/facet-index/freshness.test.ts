import { afterAll, beforeAll, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { type FacetIndexes, createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import { facetIndexFor } from '@/lib/platform/lists/facet-index-registry'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import type { Collection } from '@/lib/platform/lists/collection'
import { createSqlSource } from '@/lib/platform/lists/sql-source'
import { testDatabase } from '@/tests/integration/database'
import { makeWorld } from '@/tests/integration/world'
import { operations, seededRandom } from './operations'

/** Set OPERATIONS=1000 for a longer run. */
const OPERATIONS = Number(process.env.OPERATIONS ?? 40)
const SEED = Number(process.env.SEED ?? 1)

const db = await testDatabase()
const types = Object.values(COLLECTIONS) as unknown as Collection[]
const errors: unknown[] = []
let notifications = 0
let facetIndexes: FacetIndexes
let stopListening = () => Promise.resolve()

beforeAll(async () => {
  await makeWorld()
  facetIndexes = createFacetIndexes(COLLECTIONS as never, {
    minRows: 0,
    waitMs: 10_000,
    onError: (error) => errors.push(error),
  })
  await new Promise<void>((resolve) => {
    stopListening = listenForPublished({
      onNotification: (notification) => {
        notifications += 1
        facetIndexes.invalidate(notification)
      },
      setInvalidationAvailable: (isAvailable) => {
        facetIndexes.setInvalidationAvailable(isAvailable)
        if (isAvailable) resolve()
      },
    })
  })
  await facetIndexes.ready()
})
afterAll(async () => {
  await stopListening()
  await facetIndexes.stop()
})

const QUERIES = [
  '',
  'state=TX',
  'topic=mass-removal&party=democratic',
  'from=2025&to=2025-01',
  'to=2025&possible=yes',
  'corrected=yes',
  'body=sheriff',
]

test('the facet index equals SQL right after each notification', { timeout: 900_000 }, async () => {
  const pick = seededRandom(SEED)
  const { next } = operations(db.pool, pick)
  const counts = { operations: 0, reads: 0, indexed: 0 }
  while (counts.operations < OPERATIONS) {
    const before = notifications
    if (!(await next())) continue
    counts.operations++
    await expect.poll(() => notifications, { interval: 1 }).toBeGreaterThan(before)
    for (const collection of [types[0]!, types[pick(types.length)]!]) {
      const { filters, sorts, table } = collection
      const { values } = filters.parse(new URLSearchParams(QUERIES[pick(QUERIES.length)]))
      const sort = Object.keys(sorts)[pick(Object.keys(sorts).length)]!
      const sqlSource = createSqlSource(collection, () => sorts[sort]!)
      const index = await facetIndexFor(table)
      const answers = async (source: NonNullable<typeof index> | typeof sqlSource) => ({
        count: await source.count(values),
        facets: await source.facets(values),
        chunks: await source.chunks(7),
        page: await source.list({ filters: values, sort, size: 5 }),
      })
      counts.reads++
      if (!index) continue
      counts.indexed++
      expect(await answers(index)).toEqual(await answers(sqlSource))
    }
  }
  console.log(counts)
  expect(errors).toEqual([])
  expect(counts.indexed).toBeGreaterThan(counts.reads * 0.9)
})
