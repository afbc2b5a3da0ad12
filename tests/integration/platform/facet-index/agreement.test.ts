import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Values } from '@/lib/platform/lists/filters'
import { facetIndexFor } from '@/lib/platform/lists/facet-index-registry'
import { type FacetIndexes, createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import type { ListSource } from '@/lib/platform/lists/list-source'
import type { Collection } from '@/lib/platform/lists/collection'
import { createSqlSource } from '@/lib/platform/lists/sql-source'
import { contentDatabase } from '@/tests/integration/content'
import { cases } from '@/tests/fixtures/thorough'
import { fittingQuery } from '@/tests/fixtures/count-queries'

await contentDatabase()

const RECORD_TYPES = Object.entries(COLLECTIONS) as unknown as [RecordTypeName, Collection][]
const errors: unknown[] = []
let facetIndexes: FacetIndexes
beforeAll(async () => {
  facetIndexes = createFacetIndexes(COLLECTIONS as never, { minRows: 0, onError: (error) => errors.push(error) })
  facetIndexes.setInvalidationAvailable(true)
  await facetIndexes.ready()
})
afterAll(() => facetIndexes.stop())

/** Pages through a list and returns its ids, cursors and totals. */
const paginate = async (source: ListSource, filters: Values, sort: string, size: number, limit: number) => {
  const ids: string[] = []
  const cursors: (string | null)[] = []
  const totals = new Set<number>()
  let after: string | undefined
  while (ids.length < limit) {
    const page = await source.list({ filters, sort, size, ...(after && { after }) })
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
  const sqlSource = createSqlSource(collection, (values, sort = '') => sorts[sort] ?? Object.values(sorts)[0]!)

  test('the facet index and SQL return the same pages, counts and facets', { timeout: 240_000 }, async () => {
    expect(errors).toEqual([])
    const index = (await facetIndexFor(table))!
    const facets = await sqlSource.facets({})
    const usedCodes = Object.fromEntries(
      Object.entries(facets).flatMap(([key, options]) => {
        const codes = options!.filter((one) => one.count > 0).map((one) => one.code)
        return codes.length ? [[key, codes]] : []
      }),
    )
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fittingQuery(filters, usedCodes),
        fc.constantFrom(...Object.keys(sorts)),
        fc.integer({ min: 1, max: 12 }),
        async (params, sort, size) => {
          const { values } = filters.parse(params)
          const count = await index.count(values)
          runs++
          expect(count).toBe(filters.resolvedBySql(values).length ? null : await sqlSource.count(values))
          expect(await index.facets(values)).toEqual(await sqlSource.facets(values))
          expect(await index.chunks(size)).toEqual(await sqlSource.chunks(size))
          if (values.text !== undefined) {
            expect(await index.list({ filters: values, sort })).toBeNull()
            return
          }
          const limit = type === 'jurisdictions' ? 40 : 10_000
          expect(await paginate(index, values, sort, size, limit)).toEqual(
            await paginate(sqlSource, values, sort, size, limit),
          )
        },
      ),
      cases(type === 'jurisdictions' ? 5 : 15),
    )
    expect(runs).toBeGreaterThan(0)
  })
})
