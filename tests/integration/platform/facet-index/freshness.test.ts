import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { type FacetIndexes, createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import { facetIndexFor } from '@/lib/platform/lists/index-registry'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import type { Collection } from '@/lib/platform/lists/collection'
import { fromDatabase } from '@/lib/platform/lists/from-database'
import { testDatabase } from '@/tests/integration/database'
import { makeWorld } from '@/tests/integration/world'
import { chance, operations } from './operations'

/** `OPERATIONS=1000` for a longer run. */
const OPERATIONS = Number(process.env.OPERATIONS ?? 40)
const SEED = Number(process.env.SEED ?? 1)

const db = await testDatabase()
const types = Object.values(COLLECTIONS) as unknown as Collection[]
const failures: unknown[] = []
let received = 0
let cubes: FacetIndexes
let stopListening = () => Promise.resolve()

beforeAll(async () => {
  await makeWorld()
  cubes = createFacetIndexes(COLLECTIONS as never, {
    from: 0,
    patience: 10_000,
    onFailure: (error) => failures.push(error),
  })
  await new Promise<void>((resolve) => {
    stopListening = listenForPublished({
      onNotification: (notification) => {
        received += 1
        cubes.invalidate(notification)
      },
      setInvalidationAvailable: (isAvailable) => {
        cubes.setInvalidationAvailable(isAvailable)
        if (isAvailable) resolve()
      },
    })
  })
  await cubes.ready()
}, 120_000)
afterAll(async () => {
  await stopListening()
  await cubes.stop()
})

const VIEWS = [
  '',
  'state=TX',
  'topic=mass-removal&party=democratic',
  'from=2025&to=2025-01',
  'corrected=yes',
  'body=sheriff',
]

test('what was published is in every answer from memory as soon as it was heard of', { timeout: 900_000 }, async () => {
  const pick = chance(SEED)
  const { next } = operations(db.pool, pick)
  const counts = { operations: 0, reads: 0, fromMemory: 0 }
  while (counts.operations < OPERATIONS) {
    const before = received
    if (!(await next())) continue
    counts.operations++
    await vi.waitFor(() => expect(received).toBeGreaterThan(before), { timeout: 5_000, interval: 1 })
    for (const collection of [types[0]!, types[pick(types.length)]!]) {
      const { filters, sorts, table } = collection
      const { values } = filters.parse(new URLSearchParams(VIEWS[pick(VIEWS.length)]))
      const sort = Object.keys(sorts)[pick(Object.keys(sorts).length)]!
      const database = fromDatabase(collection, () => sorts[sort]!)
      const memory = await facetIndexFor(table)
      const answers = async (from: NonNullable<typeof memory> | typeof database) => ({
        count: await from.count(values),
        inexact: await from.inexact(values),
        facets: await from.facets(values),
        parts: await from.parts(7),
        page: await from.list({ filters: values, sort, size: 5 }),
      })
      counts.reads++
      if (!memory) continue
      counts.fromMemory++
      expect(await answers(memory)).toEqual(await answers(database))
    }
  }
  console.log(counts)
  expect(failures).toEqual([])
  expect(counts.fromMemory).toBeGreaterThan(counts.reads * 0.9)
})
