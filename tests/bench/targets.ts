/** The number of statements that all targets hold for. */
export const DESIGN_SIZE = 50_000
/** From this many statements on, only the stress targets hold. */
export const STRESS_SIZE = 1_000_000

/** A limit for a reading: for its ratio when it has a reference, else for its value. */
export type Target = { atLeast: number } | { atMost: number }

/** The targets at the design size, by the ids of readings. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'list/joined': { atLeast: 2 },
  'list/model': { atLeast: 0.7 },
  'depth/first': { atMost: 1.3 },
  'record/written': { atLeast: 0.8 },
  'facets/exact': { atLeast: 1 },
  'facets/sql': { atMost: 1.3 },
  'facets/memory': { atLeast: 0.7 },
  'search/capped': { atLeast: 1 },
  'search/exact': { atLeast: 1 },
  'csv/copy': { atLeast: 0.5 },
  'json/copy': { atLeast: 0.5 },
  'csv first byte': { atMost: 500 },
  'json first byte': { atMost: 500 },
  'csv memory': { atMost: 50 },
  'json memory': { atMost: 50 },
  'cached/static': { atLeast: 5 },
  'cached/nginx': { atLeast: 0.4 },
  // A rate of 0.67 means 1.5 times the time of an empty page.
  'list page/dynamic': { atLeast: 0.67 },
  'publish visible': { atMost: 2_000 },
  'publish stale': { atMost: 0 },
  'publish/pgbench': { atLeast: 0.8 },
  'crowd editor': { atMost: 500 },
  'crowd others': { atMost: 0 },
  'crowd memory': { atMost: 400 },
  'crowd exits': { atMost: 0 },
  'start again': { atMost: 3 },
}

/** The targets at the stress size: the site stays up, stays correct, and rejects what it can't serve in time. */
export const STRESS_TARGETS: Readonly<Record<string, Target>> = {
  'stress errors': { atMost: 0 },
  'stress p99': { atMost: 2_000 },
  'facets/exact': { atLeast: 1 },
}

export const targetFor = (id: string, size: number): Target | undefined => {
  if (size >= STRESS_SIZE) return STRESS_TARGETS[id]
  return size >= DESIGN_SIZE ? TARGETS[id] : undefined
}

/** The maximum ratio between the times at the largest and the smallest size of a run, for a single reader. */
export const GROWTH: Readonly<Record<string, number>> = {
  'list p50': 2,
  'record p50': 2,
  'next p50': 1.5,
  'typing p50': 2,
  'facets p50': 3,
  'search p50': 12,
}
