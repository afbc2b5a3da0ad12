/** What a figure has to reach. A reading beside another one is held to by its ratio, one alone by its value. */
export type Target = ({ atLeast: number } | { atMost: number }) & {
  /** Sizes below this one only inform. */
  from?: number
}

const LARGE = 200_000

/** The list of what has to be reached, by the ids of readings. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'list/joined': { atLeast: 2, from: LARGE },
  'list/model': { atLeast: 0.7, from: LARGE },
  'depth/first': { atMost: 1.3, from: LARGE },
  'record/written': { atLeast: 0.8, from: LARGE },
  'facets/exact': { atLeast: 1 },
  'facets/sql': { atMost: 1.3, from: 1_000_000 },
  'facets/cube': { atLeast: 0.7, from: LARGE },
  'search/capped': { atLeast: 1, from: LARGE },
  'search/exact': { atLeast: 1 },
  'csv/copy': { atLeast: 0.5, from: LARGE },
  'json/copy': { atLeast: 0.5, from: LARGE },
  'csv first byte': { atMost: 500 },
  'json first byte': { atMost: 500 },
  'csv memory': { atMost: 50 },
  'json memory': { atMost: 50 },
  'cached/static': { atLeast: 5 },
  'cached/nginx': { atLeast: 0.4 },
  // No slower than an empty one by more than half: its time is 1.5 times that at most.
  'list page/dynamic': { atLeast: 0.67, from: LARGE },
  'publish visible': { atMost: 2_000 },
  'publish stale': { atMost: 0 },
  'publish/pgbench': { atLeast: 0.8 },
  'crowd editor': { atMost: 500 },
  'crowd others': { atMost: 0 },
  'crowd memory': { atMost: 400 },
  'crowd exits': { atMost: 0 },
  'start again': { atMost: 3 },
}

/** How much longer one reader may wait at the largest size than at the smallest. */
export const GROWTH: Readonly<Record<string, number>> = {
  'list p50': 2,
  'record p50': 2,
  'next p50': 1.5,
  'typing p50': 2,
  'facets p50': 3,
  'search p50': 12,
}
