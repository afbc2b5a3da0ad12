import { type Bench, type Measure, compare } from '../measure'
import { cycle } from '../sample'

const words = ({ sample }: Bench) => cycle(sample.words.map(encodeURIComponent))

export const search: Measure = {
  name: 'search',
  run: (bench) => {
    const [ours, theirs] = [words(bench), words(bench)]
    return compare(bench, {
      id: 'search',
      what: 'Statements with some words, the best first',
      ours: { origin: bench.site.origin, next: () => `/api/v1/statements?q=${ours()}&size=20` },
      rivals: {
        capped: { what: 'slim, capped table', origin: bench.reference.origin, next: () => `/ranked?q=${theirs()}` },
      },
      alone: true,
    })
  },
}

export const everything: Measure = {
  name: 'everything',
  run: (bench) => {
    const ours = words(bench)
    return compare(bench, {
      id: 'everything',
      what: 'Names and words searched for in everything',
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
      what: 'Places as one types',
      ours: { origin: bench.site.origin, next: () => `/api/v1/places?q=${ours()}` },
      rivals: {
        written: { what: 'hand-written', origin: bench.reference.origin, next: () => `/named?q=${theirs()}` },
      },
      alone: true,
    })
  },
}
