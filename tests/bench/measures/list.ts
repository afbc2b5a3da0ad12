import { type Bench, type Measure, compare } from '../measure'
import { agree } from '../compare-responses'
import { askOk } from '../timed-request'
import { median, percentile } from '../statistics'
import { cycle } from '../sample'

type Page = { data: unknown[]; total: number; next: string | null }

/** The number of filter sets whose records are compared first. */
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

/** The depth in rows; half of a list that is shorter. */
const DEEP = 5_000
const STEP = 200
const SIZE = 25
/** The number of timed pages per list. */
const TIMED = 30

/** Times pages at the beginning of a list and deep in it, alternating. No address is requested twice. */
async function timed({ site }: Bench, filters: string): Promise<{ first: number[]; far: number[] }> {
  const page = async (query: string) => {
    const { body, ms } = await askOk(`${site.origin}/api/v1/statements?${query}`)
    return { ...(JSON.parse(body) as Page), ms }
  }
  let { total, next } = await page(`${filters}&size=${STEP}`)
  for (let at = STEP; at + STEP <= Math.min(DEEP, total / 2); at += STEP)
    next = (await page(`${filters}&size=${STEP}&after=${next}`)).next
  const [first, far]: [number[], number[]] = [[], []]
  const states = filters.match(/&state=\w\w/g)!
  for (const state of states.slice(0, TIMED)) {
    first.push((await page(`${filters.replace(state, '')}&size=${SIZE}`)).ms)
    const deep = await page(`${filters}&size=${SIZE}&after=${next}`)
    far.push(deep.ms)
    next = deep.next
    if (!next) break
  }
  return { first, far }
}

export const depth: Measure = {
  name: 'depth',
  run: async (bench) => {
    const what = `A page ${DEEP / SIZE} pages deep, one reader`
    bench.reportProgress(what)
    const all = []
    for (const filters of bench.sample.wide) all.push(await timed(bench, filters))
    const against = { what: 'the first page', value: median(all.flatMap(({ first }) => first)) }
    const far = all.flatMap(({ far }) => far).toSorted((a, b) => a - b)
    const reading = { what, unit: 'ms' as const, value: median(far), p99: percentile(far, 99) }
    return [
      { id: 'depth/first', ...reading, against },
      { id: 'next p50', ...reading },
    ]
  },
}
