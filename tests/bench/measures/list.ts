import { type Bench, type Measure, compare } from '../measure'
import { agree } from '../agree'
import { interleaved } from '../load'
import { cycle } from '../sample'

type Page = { data: unknown[]; total: number; next: string | null }

/** So many filter sets are compared record by record first. */
const CHECKED = 20

export const list: Measure = {
  name: 'list',
  run: async (bench) => {
    for (const query of bench.sample.filters.slice(0, CHECKED))
      for (const how of ['joined', 'modelled'])
        await agree(bench, `/api/v1/statements?${query}`, `/${how}?${query}`, ({ data, total }: Page) => ({
          data,
          total,
        }))
    const [ours, joined, modelled] = [1, 2, 3].map(() => cycle(bench.sample.filters))
    const { site, reference } = bench
    return compare(bench, {
      id: 'list',
      what: 'Filtered list as JSON: three filters, sorted, first page of 50',
      ours: { origin: site.origin, next: () => `/api/v1/statements?${ours!()}` },
      rivals: {
        joined: { what: 'hand-written join', origin: reference.origin, next: () => `/joined?${joined!()}` },
        model: { what: 'hand-written read model', origin: reference.origin, next: () => `/modelled?${modelled!()}` },
      },
      alone: true,
    })
  },
}

/** So many rows deep, or half of a list that is not so long. */
const DEEP = 5_000
const SIZE = 25
const STEP = 200

const pageOf = async ({ site }: Bench, query: string): Promise<Page> => {
  const response = await fetch(`${site.origin}/api/v1/statements?${query}`)
  if (!response.ok) throw new Error(`${query} was answered with ${response.status}.`)
  return (await response.json()) as Page
}

/** Walks to a page deep in a list, and gives its query. */
async function deepPage(bench: Bench, filters: string): Promise<string> {
  const first = await pageOf(bench, `${filters}&size=${STEP}`)
  const depth = Math.min(DEEP, Math.floor(first.total / 2))
  let { next } = first
  for (let at = STEP; at + STEP <= depth && next; at += STEP)
    next = (await pageOf(bench, `${filters}&size=${STEP}&after=${next}`)).next
  return `${filters}&size=${SIZE}&after=${next}`
}

export const depth: Measure = {
  name: 'depth',
  run: async (bench) => {
    bench.tell('walking to pages deep in a list')
    const deep: string[] = []
    for (const filters of bench.sample.wide) deep.push(await deepPage(bench, filters))
    const [first, far] = [cycle(bench.sample.wide), cycle(deep)]
    const { origin } = bench.site
    const loads = {
      first: { origin, next: () => `/api/v1/statements?${first()}&size=${SIZE}` },
      far: { origin, next: () => `/api/v1/statements?${far()}` },
    }
    const found = await interleaved(loads, { ...bench.pace, connections: 1 })
    const { p50: value, p99, failed } = found.far
    const what = 'A page 200 pages deep, one reader'
    const against = { what: 'the first page', value: found.first.p50 }
    return [
      { id: 'depth/first', what, unit: 'ms', value, p99, failed, against },
      { id: 'next p50', what, unit: 'ms', value, p99, failed },
    ]
  },
}
