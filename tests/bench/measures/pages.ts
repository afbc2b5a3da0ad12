import { type Measure, compare } from '../measure'
import { askOk } from '../ask'
import { ENCODINGS } from '../load'
import { cycle } from '../sample'

/** The page that is asked for again and again. */
export const CACHED = '/statements?state=TX'

export const cached: Measure = {
  name: 'cached',
  run: async (bench) => {
    const { site, empty, nginx } = bench
    await askOk(site.origin + CACHED, ENCODINGS)
    return compare(bench, {
      id: 'cached',
      what: 'The page of a list, asked for again',
      ours: { origin: site.origin, next: () => CACHED },
      rivals: {
        static: { what: 'static page of Next with the same content', origin: empty.origin, next: () => '/content' },
        nginx: nginx && { what: 'nginx with the same bytes', origin: nginx.origin, next: () => '/page.html' },
      },
    })
  },
}

/** Fewer addresses would soon be asked for again, and be kept by then. */
const FEWEST = 4_000

/** Pages that nobody asked for yet: each address is another one, as readers of a large site send them. */
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
