import type { Status } from '@/lib/vocabularies/instruments'

/**
 * Statuses by what they say about being in force, the weakest first. A report or a listing says less than an adoption,
 * whenever it is made.
 */
const BEFORE = [['reported'], ['listed'], ['announced'], ['filed', 'proposed'], ['passed']] as const
const ENDED = ['superseded', 'rescinded', 'expired', 'enjoined', 'struck_down', 'vetoed', 'died'] as const
const STRENGTH = [
  ...BEFORE,
  ENDED,
  ['decided', 'settled', 'stayed', 'enjoined_in_part', 'upheld', 'reaffirmed', 'amended'],
  ['signed', 'adopted', 'became_law', 'veto_overridden'],
  ['in_effect'],
] as const satisfies readonly (readonly Status[])[]

/** The statuses that end or block an instrument. */
export const ENDS: readonly string[] = ENDED

/** The strength of each status. */
export const STATUS_STRENGTH: Readonly<Record<string, number>> = Object.fromEntries(
  STRENGTH.flatMap((statuses, strength) => statuses.map((status) => [status, strength])),
)

const strength = (status: string): number => STATUS_STRENGTH[status]!

/**
 * The index of the event whose status holds: the strongest since the last one that ended or blocked the instrument, and
 * that one unless something stronger followed. Of equal ones the latest. Events are in chronological order.
 */
export const indexInForce = (events: readonly { status: string }[]): number => {
  const since = Math.max(
    0,
    events.findLastIndex(({ status }) => ENDS.includes(status)),
  )
  return events.reduce(
    (best, { status }, at) => (at >= since && strength(status) >= strength(events[best]!.status) ? at : best),
    since,
  )
}

/** The event whose status holds; undefined without events. */
export const eventInForce = <E extends { status: string }>(events: readonly E[]): E | undefined =>
  events[indexInForce(events)]
