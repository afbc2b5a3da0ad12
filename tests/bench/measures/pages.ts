import { type Measure, compare } from '../measure'
import { askOk } from '../timed-request'
import { ENCODINGS } from '../load'
import { cycle } from '../sample'

/** The page that is requested repeatedly. */
export const CACHED = '/statements?state=TX'

export const cached: Measure = {
  name: 'cached',
  run: async (bench) => {
    const { site, empty, nginx } = bench
    await askOk(site.origin + CACHED, ENCODINGS)
    return compare(bench, {
      id: 'cached',
      what: 'A cached list page',
      ours: { origin: site.origin, next: () => CACHED },
      rivals: {
        static: { what: 'static page of Next with the same content', origin: empty.origin, next: () => '/content' },
        nginx: nginx && { what: 'nginx with the same bytes', origin: nginx.origin, next: () => '/page.html' },
      },
    })
  },
}

/** With fewer addresses, requests would repeat and hit the cache. */
const FEWEST = 4_000

/** Uncached pages: every request has another address, as on a large site. */
const fresh = (
  id: string,
  what: string,
  addresses: (sample: Parameters<Measure['run']>[0]['sample']) => string[],
): Measure => ({
  name: id,
  run: async (bench) => {
    const all = addresses(bench.sample)
    if (all.length < FEWEST) return []
    const next = cycle(all)
    const { site, empty } = bench
    return compare(bench, {
      id,
      what,
      ours: { origin: site.origin, next },
      rivals: {
        dynamic: { what: 'empty dynamic page of Next', origin: empty.origin, next: () => '/dynamic' },
      },
    })
  },
})

export const listPage = fresh('list page', 'The page of a list, new each time', ({ filters }) =>
  filters.map((query) => `/statements?${query}`),
)
export const recordPage = fresh('record page', 'The page of a record, new each time', ({ records }) => [
  ...records.map(({ path }) => path),
  ...records.map(({ path }) => `/es${path}`),
])
export const placePage = fresh('place page', 'The page of a place, new each time', ({ places }) => [
  ...places,
  ...places.map((path) => `/es${path}`),
])
