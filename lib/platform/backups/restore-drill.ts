import { z } from 'zod'

/** The key of the last drill's result among the site's settings. */
export const DRILL_KEY = 'restore-drill'

export const DRILL_OUTCOMES = ['passed', 'unreadable', 'not_restored', 'not_verified', 'other_chain'] as const

/** The result of restoring a backup into a temporary database, as `npm run drill` stores it. */
export const RestoreDrill = z.object({
  at: z.iso.datetime(),
  outcome: z.enum(DRILL_OUTCOMES),
  /** The time when the backup was made; null if the file does not say. */
  backupMade: z.iso.datetime().nullable(),
  rows: z.int().nonnegative(),
})
export type RestoreDrill = z.infer<typeof RestoreDrill>

/** A drill is repeated after this many days. */
export const DRILL_MAX_AGE_DAYS = 90

/** The last drill, and whether it is time for another. */
export type LastDrill = RestoreDrill & { isOld: boolean }

export const isDrillOld = ({ at }: RestoreDrill, now: number): boolean =>
  now - Date.parse(at) > DRILL_MAX_AGE_DAYS * 86_400_000
