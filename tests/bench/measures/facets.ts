import pg from 'pg'
import { COLLECTIONS } from '@/lib/records/collections'
import { createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { settings } from '@/lib/platform/settings/settings'
import { randomFrom } from '../dataset/random'
import { median } from '../statistics'
import type { Measure } from '../measure'
import { type Option, referenceFacetCounts } from '../reference/facet-counts'
import { facets as facetsInSql } from '../reference/queries'
import type { Ask } from '../reference/server'

/** The number of random filter sets, each with up to three filters. */
const SETS = 200
/** The number of options that we count per filter. */
const MAX_OPTIONS = 300

const randomSets = (filters: readonly string[]): URLSearchParams[] => {
  const random = randomFrom(9)
  return filters
    .slice(0, SETS)
    .map((query) => new URLSearchParams(random.some(query.split('&'), random.below(4)).join('&')))
}

const timed = async <T>(work: () => T | Promise<T>): Promise<[result: T, ms: number]> => {
  const began = performance.now()
  return [await work(), performance.now() - began]
}

/** Whether every count equals the reference's. */
const agrees = (
  ours: Readonly<Record<string, { code: string; count: number }[] | undefined>>,
  theirs: Option[],
): boolean => {
  const counts = new Map(theirs.map(({ facet, code, count }) => [`${facet} ${code}`, count]))
  const keys = new Set(theirs.map(({ facet }) => facet))
  return Object.entries(ours).every(([key, options]) => {
    const facet = KEYS[key] ?? key
    if (!keys.has(facet) || !options) return true
    const sum = theirs.filter((one) => one.facet === facet).reduce((all, { count }) => all + count, 0)
    const own = options.reduce((all, { count }) => all + count, 0)
    return (
      options.every(({ code, count }) => (counts.get(`${facet} ${code}`) ?? 0) === count) &&
      (options.length >= MAX_OPTIONS || own === sum)
    )
  })
}
/** Filters whose parameter has a different name. */
const KEYS: Readonly<Record<string, string>> = { sourceKind: 'source_kind' }

export const facets: Measure = {
  name: 'facets',
  run: async (bench) => {
    const what = 'Facet counts of all filters, for 200 random filter sets'
    bench.reportProgress(what)
    const { statements } = COLLECTIONS
    const pool = new pg.Pool({ connectionString: bench.database, max: 10, options: '-c TimeZone=UTC' })
    const ask: Ask = async <Row>(name: string, text: string, values: unknown[]) =>
      (await pool.query({ text, values, ...(name && { name }) })).rows as Row[]
    const [ours, inSql, inMemory]: [number[], number[], number[]] = [[], [], []]
    let exact = 0
    // As in the server: a facet index when the table is large enough.
    const facetIndexes = createFacetIndexes(
      { statements: statements as unknown as CollectionSpec },
      { minRows: settings().facetIndexMinRows ?? Infinity },
    )
    facetIndexes.setInvalidationAvailable(true)
    await facetIndexes.ready()
    await statements.facets({})
    const countInMemory = await referenceFacetCounts(ask)
    for (const params of randomSets(bench.sample.filters)) {
      const { values } = statements.filters.parse(params, [])
      const [counts, ownMs] = await timed(() => statements.facets(values))
      const [sqlText, sqlMs] = await timed(() => facetsInSql(ask, params))
      const [memoryCounts, memoryMs] = await timed(() => countInMemory(params))
      ours.push(ownMs)
      inSql.push(sqlMs)
      inMemory.push(memoryMs)
      exact += agrees(counts, JSON.parse(sqlText) as Option[]) && agrees(counts, memoryCounts) ? 1 : 0
    }
    await Promise.all([facetIndexes.stop(), pool.end()])
    const against = { what: 'hand-written SQL', value: median(inSql) }
    return [
      {
        id: 'facets/exact',
        what: 'Filter sets with exact counts',
        unit: 'count',
        value: exact,
        against: { what: 'of', value: ours.length },
      },
      { id: 'facets/sql', what, unit: 'ms', value: median(ours), p99: ours.toSorted((a, b) => a - b).at(-2)!, against },
      {
        id: 'facets/memory',
        what,
        unit: 'req/s',
        value: 1000 / median(ours),
        against: { what: 'hand-written index in memory', value: 1000 / median(inMemory) },
      },
      { id: 'facets p50', what: `${what}, one reader`, unit: 'ms', value: median(ours) },
    ]
  },
}
