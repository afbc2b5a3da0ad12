import pg from 'pg'
import { COLLECTIONS } from '@/lib/records/collections'
import { createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { settings } from '@/lib/platform/settings/settings'
import { randomFrom } from '../dataset/random'
import { median } from '../figures'
import type { Measure } from '../measure'
import { type Option, referenceCube } from '@/tests/bench/reference/facet-counts'
import { facets as written } from '../reference/questions'
import type { Ask } from '../reference/server'

/** So many random filter sets, of none to three filters. */
const SETS = 200
/** Of lists that have no end, so many options are counted. */
const MOST = 300

const randomSets = (filters: readonly string[]): URLSearchParams[] => {
  const random = randomFrom(9)
  return filters
    .slice(0, SETS)
    .map((query) => new URLSearchParams(random.some(query.split('&'), random.below(4)).join('&')))
}

const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  return [await work(), performance.now() - began]
}

/** Whether every option that we count has the number that SQL counts. */
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
      (options.length >= MOST || own === sum)
    )
  })
}
/** Filters whose parameter has another name. */
const KEYS: Readonly<Record<string, string>> = { sourceKind: 'source_kind' }

export const facets: Measure = {
  name: 'facets',
  run: async (bench) => {
    const what = 'Numbers beside all filters, for 200 random sets of filters'
    bench.tell(what)
    const { statements } = COLLECTIONS
    const pool = new pg.Pool({ connectionString: bench.database, max: 10, options: '-c TimeZone=UTC' })
    const ask: Ask = async <Row>(name: string, text: string, values: unknown[]) =>
      (await pool.query({ text, values, ...(name && { name }) })).rows as Row[]
    const [ours, theirs, cubes]: [number[], number[], number[]] = [[], [], []]
    let exact = 0
    // As the server does it: from memory where the table is large.
    const kept = createFacetIndexes(
      { statements: statements as unknown as CollectionSpec },
      { minRows: settings().facetIndexMinRows ?? Infinity },
    )
    kept.setInvalidationAvailable(true)
    await kept.ready()
    await statements.facets({})
    const cube = await referenceCube(ask)
    for (const params of randomSets(bench.sample.filters)) {
      const { values } = statements.filters.parse(params, [])
      const [counted, own] = await timed(() => statements.facets(values))
      const [text, other] = await timed(() => written(ask, params))
      const [among, third] = await timed(() => cube(params))
      ours.push(own)
      theirs.push(other)
      cubes.push(third)
      exact += agrees(counted, JSON.parse(text) as Option[]) && agrees(counted, among) ? 1 : 0
    }
    await Promise.all([kept.stop(), pool.end()])
    const against = { what: 'hand-written SQL', value: median(theirs) }
    return [
      {
        id: 'facets/exact',
        what: 'Sets of filters with exact numbers',
        unit: 'count',
        value: exact,
        against: { what: 'of', value: ours.length },
      },
      { id: 'facets/sql', what, unit: 'ms', value: median(ours), p99: ours.toSorted((a, b) => a - b).at(-2)!, against },
      {
        id: 'facets/cube',
        what,
        unit: 'req/s',
        value: 1000 / median(ours),
        against: { what: 'hand-written cube in memory', value: 1000 / median(cubes) },
      },
      { id: 'facets p50', what: `${what}, one reader`, unit: 'ms', value: median(ours) },
    ]
  },
}
