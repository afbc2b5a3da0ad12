import type { Status } from '@/lib/vocabularies/instruments'

/**
 * Statuses by what they say about being in force, the weakest first. A report or a listing says less than an adoption,
 * whenever it is made.
 */
const STRENGTH = [
  ['reported'],
  ['listed'],
  ['announced'],
  ['proposed'],
  ['superseded', 'rescinded', 'expired', 'enjoined'],
  ['reaffirmed', 'amended'],
  ['signed', 'adopted'],
  ['in_effect'],
] as const satisfies readonly (readonly Status[])[]

/** The statuses that end or block an instrument. */
export const ENDS: readonly string[] = STRENGTH[4]

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
