import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Standing } from './as-of'

/** A stance that applied, or may have, on the selected day. */
export type StanceOnDay = { stance: Stance; standing: Exclude<Standing, 'not'> }

/** A place of a comparison: its stances, and the numbers of statements (`said`) and policies (`done`). */
export type Compared = { place: Jurisdiction; stances: StanceOnDay[]; said: number; done: number }

export type Comparison = { places: Compared[]; missing: string[] }
