import pg from 'pg'
import { askOk } from '../timed-request'
import { type Bench, type Measure, type Reading, compare } from '../measure'
import { fullyRanked } from '../reference/queries'
import type { Ask } from '../reference/server'
import { cycle } from '../sample'

const words = ({ sample }: Bench) => cycle(sample.words.map(encodeURIComponent))

/** The number of searches that are compared with a full ranking. */
const CHECKED = 100

type Page = { data: { id: string }[]; more: boolean }

/** Compares the first twenty results with a full ranking, for searches that rank all matches. */
async function exact({ database, sample, site }: Bench): Promise<Reading> {
  const pool = new pg.Pool({ connectionString: database, max: 1 })
  const ask: Ask = async <Row>(_: string, text: string, values: unknown[]) =>
    (await pool.query({ text, values })).rows as Row[]
  let [same, compared] = [0, 0]
  for (const q of sample.words.slice(0, CHECKED)) {
    const params = new URLSearchParams({ q, size: '20' })
    const { data, more } = JSON.parse((await askOk(`${site.origin}/api/v1/statements?${params}`)).body) as Page
    if (more) continue
    compared += 1
    same += data.map(({ id }) => id).join() === (await fullyRanked(ask, params)).join() ? 1 : 0
  }
  await pool.end()
  const what = 'Searches with at most 2,000 hits whose first 20 are those of a full ranking'
  return { id: 'search/exact', what, unit: 'count', value: same, against: { what: 'of', value: compared } }
}

export const search: Measure = {
  name: 'search',
  run: async (bench) => {
    const [ours, theirs] = [words(bench), words(bench)]
    const checked = await exact(bench)
    const readings = await compare(bench, {
      id: 'search',
      what: 'Statements by text, by relevance',
      ours: { origin: bench.site.origin, next: () => `/api/v1/statements?q=${ours()}&size=20` },
      rivals: {
        capped: { what: 'slim, capped table', origin: bench.reference.origin, next: () => `/ranked?q=${theirs()}` },
      },
      alone: true,
    })
    return [...readings, checked]
  },
}

export const everything: Measure = {
  name: 'everything',
  run: (bench) => {
    const ours = words(bench)
    return compare(bench, {
      id: 'everything',
      what: 'Search over all record types',
      ours: { origin: bench.site.origin, next: () => `/api/v1/search?q=${ours()}` },
      alone: true,
    })
  },
}

export const typing: Measure = {
  name: 'typing',
  run: (bench) => {
    const typed = bench.sample.typed.map(encodeURIComponent)
    const [ours, theirs] = [cycle(typed), cycle(typed)]
    return compare(bench, {
      id: 'typing',
      what: 'Place suggestions while typing',
      ours: { origin: bench.site.origin, next: () => `/api/v1/places?q=${ours()}` },
      rivals: {
        written: { what: 'hand-written', origin: bench.reference.origin, next: () => `/named?q=${theirs()}` },
      },
      alone: true,
    })
  },
}
