import { type Measure, compare } from '../measure'
import { cycle } from '../sample'

export const record: Measure = {
  name: 'record',
  run: (bench) => {
    const [ours, theirs] = [1, 2].map(() => cycle(bench.sample.records))
    return compare(bench, {
      id: 'record',
      what: 'A record as JSON',
      ours: { origin: bench.site.origin, next: () => `/api/v1/statements/${ours!().id}` },
      rivals: {
        written: { what: 'hand-written', origin: bench.reference.origin, next: () => `/record?id=${theirs!().id}` },
        route: { what: 'empty route of Next', origin: bench.empty.origin, next: () => '/route' },
      },
      alone: true,
    })
  },
}

export const changes: Measure = {
  name: 'changes',
  run: (bench) => {
    const begin = Date.parse(bench.sample.since)
    let asked = 0
    const since = () => encodeURIComponent(new Date(begin + 1_000 * (asked++ % 100_000)).toISOString())
    return compare(bench, {
      id: 'changes',
      what: 'Changes since a time, 50 per page',
      ours: { origin: bench.site.origin, next: () => `/api/v1/changes?since=${since()}` },
      rivals: {
        written: { what: 'hand-written', origin: bench.reference.origin, next: () => `/changes?since=${since()}` },
      },
    })
  },
}
