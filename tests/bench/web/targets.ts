import type { Target } from '../targets'

/** The targets of each page, in compressed kilobytes and milliseconds. */
export const TARGETS = {
  script: { what: 'JavaScript beyond an empty page', unit: 'kB', target: { atMost: 20 } },
  html: { what: 'HTML', unit: 'kB', target: { atMost: 15 } },
  css: { what: 'CSS', unit: 'kB', target: { atMost: 16 } },
  fonts: { what: 'fonts', unit: 'kB', target: { atMost: 120 } },
  largestPaint: { what: 'largest contentful paint', unit: 'ms', target: { atMost: 1_000 } },
  blocked: { what: 'blocking time', unit: 'ms', target: { atMost: 50 } },
  shift: { what: 'layout shift', unit: '', target: { atMost: 0 } },
} as const satisfies Record<string, { what: string; unit: string; target: Target }>

export type Cost = keyof typeof TARGETS

/** The pages of a target that does not apply to all pages. */
export const PAGES_WITH_TARGET: Partial<Record<Cost, readonly string[]>> = { html: ['list'] }

/** The targets for starting, in seconds. */
export const STARTS = {
  'first load of places and content': { atMost: 30 },
  'npm start with an existing build, until it serves': { atMost: 3 },
} as const satisfies Record<string, Target>
