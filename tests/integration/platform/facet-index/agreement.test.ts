import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Values } from '@/lib/platform/lists/filters'
import { facetIndexFor } from '@/lib/platform/lists/index-registry'
import { type FacetIndexes, createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import type { ListSource } from '@/lib/platform/lists/list-source'
import type { Collection } from '@/lib/platform/lists/collection'
import { fromDatabase } from '@/lib/platform/lists/from-database'
import { contentDatabase } from '@/tests/integration/content'
import { cases } from '@/tests/fixtures/thorough'
import { fittingQuery } from '@/tests/fixtures/count-queries'

await contentDatabase()

const RECORD_TYPES = Object.entries(COLLECTIONS) as unknown as [RecordTypeName, Collection][]
const failures: unknown[] = []
let cubes: FacetIndexes
beforeAll(async () => {
  cubes = createFacetIndexes(COLLECTIONS as never, { from: 0, onFailure: (error) => failures.push(error) })
  cubes.setInvalidationAvailable(true)
  await cubes.ready()
}, 120_000)
afterAll(() => cubes.stop())

/** The ids of a list, page by page, and the totals that the pages gave. */
const walk = async (from: ListSource, filters: Values, sort: string, size: number, most: number) => {
  const ids: string[] = []
  const cursors: (string | null)[] = []
  const totals = new Set<number>()
  let after: string | undefined
  while (ids.length < most) {
    const page = await from.list({ filters, sort, size, ...(after && { after }) })
    if (!page) return null
    ids.push(...page.rows.map(({ id }) => id))
    cursors.push(page.next)
    totals.add(page.total)
    if (!page.next) break
    after = page.next
  }
  return { ids, cursors, totals: [...totals] }
}

describe.each(RECORD_TYPES)('%s', (type, collection) => {
  const { filters, sorts, table } = collection
  const database = fromDatabase(collection, (values, sort = '') => sorts[sort] ?? Object.values(sorts)[0]!)

  test('memory and database give the same pages, counts and options', { timeout: 240_000 }, async () => {
    expect(failures).toEqual([])
    const cube = (await facetIndexFor(table))!
    const all = await database.facets({})
    const known = Object.fromEntries(
      Object.entries(all).flatMap(([key, options]) => {
        const codes = options!.filter((one) => one.count > 0).map((one) => one.code)
        return codes.length ? [[key, codes]] : []
      }),
    )
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        fittingQuery(filters, known),
        fc.constantFrom(...Object.keys(sorts)),
        fc.integer({ min: 1, max: 12 }),
        async (params, sort, size) => {
          const { values } = filters.parse(params)
          const count = await cube.count(values)
          compared++
          expect(count).toBe(filters.resolvedBySql(values).length ? null : await database.count(values))
          expect(await cube.inexact(values)).toEqual(await database.inexact(values))
          expect(await cube.facets(values)).toEqual(await database.facets(values))
          expect(await cube.parts(size)).toEqual(await database.parts(size))
          if (values.text !== undefined) {
            expect(await cube.list({ filters: values, sort })).toBeNull()
            return
          }
          const most = type === 'jurisdictions' ? 40 : 10_000
          expect(await walk(cube, values, sort, size, most)).toEqual(await walk(database, values, sort, size, most))
        },
      ),
      cases(type === 'jurisdictions' ? 5 : 15),
    )
    expect(compared).toBeGreaterThan(0)
  })
})
