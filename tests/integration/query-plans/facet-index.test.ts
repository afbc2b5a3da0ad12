import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { type FacetIndexes, createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import type { AnyFilter } from '@/lib/platform/lists/filter'
import type { Collection } from '@/lib/platform/lists/collection'
import { largeDatabase } from './large-database'
import { type QueryPlan, faultsOf, plansOf, sizes } from './query-plan'

await largeDatabase()

let facetIndexes: FacetIndexes
let rows: Map<string, number>
beforeAll(async () => {
  facetIndexes = createFacetIndexes(COLLECTIONS as never, { minRows: 0 })
  facetIndexes.setInvalidationAvailable(true)
  await facetIndexes.ready()
  rows = await sizes()
})
afterAll(() => facetIndexes.stop())

/** The only SQL besides the facet index: cards by id, and the ids that match a text or a past day. */
const BY_IDS = /^SELECT id, card, .* WHERE id = ANY\(\$1\)$/s
const MATCHING_IDS = /^SELECT string_agg\(id, ''\) AS ids FROM /

const kinds = (plans: readonly QueryPlan[]) =>
  new Set(plans.map(({ text }) => (BY_IDS.test(text) ? 'cards' : MATCHING_IDS.test(text) ? 'found' : text)))

const isText = ({ rank }: AnyFilter) => rank !== undefined

describe.each(Object.entries(COLLECTIONS) as unknown as [string, Collection][])('%s', (_, collection) => {
  const { filters } = collection
  const { entries } = filters

  /** A value of each filter: the option with the most records, a span, a day. */
  const valuesOf = async () => {
    const options = (await collection.facets()) as Record<string, { code: string; count: number }[]>
    return new Map<string, unknown>(
      entries.map(([key, { control }]) => {
        if (control.kind === 'text') return [key, 'police']
        if (control.kind === 'flag') return [key, true]
        if (control.kind === 'day') return [key, '2024-06']
        if (control.kind === 'dates') return [key, { from: '2024', to: '2025-03' }]
        const [top] = options[key]!.toSorted((a, b) => b.count - a.count)
        return [key, { codes: [top?.code ?? '0123456789'], modified: false }]
      }),
    )
  }

  test('memory counts any one or two filters with all options, and SQL finds the ids only for text and past days', async () => {
    const known = await valuesOf()
    const views = entries.flatMap(([first, one], at) =>
      entries.slice(at).map(([second, other]) => ({ keys: [first, second], filters: [one, other] })),
    )
    for (const { keys, filters: used } of views) {
      const values = Object.fromEntries(keys.map((key) => [key, known.get(key)]))
      const finds = new Set(used.some(({ resolvedBySql: found }) => found) ? ['found'] : [])
      if (!finds.size) expect(await plansOf(() => collection.count(values))).toEqual([])
      expect(kinds(await plansOf(() => collection.facets(values)))).toEqual(finds)
    }
  })

  test('the parts of the sitemap are in memory', async () => {
    expect(await plansOf(() => collection.chunks(2_500))).toEqual([])
  })

  test('a page with one or two filters queries only its cards, and only text search needs SQL', async () => {
    const known = await valuesOf()
    const [texts, others] = [entries.filter(([, one]) => isText(one)), entries.filter(([, one]) => !isText(one))]
    expect(texts.map(([key]) => key)).toEqual(['text'])
    for (const [at, [first]] of others.entries())
      for (const [second, other] of others.slice(at)) {
        const values = { [first]: known.get(first), [second]: known.get(second) }
        const found = others[at]![1].resolvedBySql || other.resolvedBySql
        const plans = await plansOf(() => collection.list({ filters: values }))
        expect(kinds(plans)).toEqual(new Set([...(found ? ['found'] : []), 'cards']))
        for (const { text, plan } of plans)
          if (BY_IDS.test(text) && rows.get(collection.table)! > 2_000) expect(faultsOf(plan, rows)).toEqual([])
      }
  })
})
