import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Standing } from './as-of'

/** A stance as it stood on the day that was asked for. */
export type StanceOnDay = { stance: Stance; standing: Exclude<Standing, 'not'> }

/** A place beside others: what its bodies did or do, and how much is recorded of what was said and done. */
export type Compared = { place: Jurisdiction; stances: StanceOnDay[]; said: number; done: number }

export type Comparison = { places: Compared[]; missing: string[] }
