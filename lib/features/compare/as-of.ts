import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Stance } from '@/lib/records/stances/schema'

/** Status of a stance on a day. `perhaps`: its date is inexact. */
export type Standing = 'applied' | 'perhaps' | 'undated' | 'not'

type Dated = Pick<Stance, 'id' | 'asOf' | 'from' | 'until' | 'supersededBy'>

/** The standing of a stance's beginning on a day: by its start, else by the day of its evidence. */
const begunBy = ({ asOf, from }: Pick<Stance, 'asOf' | 'from'>, day: string): Standing => {
  const { earliest, latest } = from ?? asOf
  if (earliest === null && latest === null) return 'undated'
  if (latest !== null && latest <= day) return 'applied'
  if (earliest !== null && earliest > day) return 'not'
  return latest === null && earliest !== null && earliest <= day ? 'applied' : 'perhaps'
}

/** True if a stance had certainly ended before a day. */
const endedBefore = ({ until }: Pick<Stance, 'until'>, day: string): boolean =>
  until?.latest != null && until.latest < day

/** True if the date had certainly passed by the end of the day. Always true without a day. */
export const happenedBy = (date: InexactDate | null, day: string | null): boolean =>
  day === null || (date?.latest != null && date.latest <= day)

/**
 * Status of a stance on a day: it applied if it had begun and its successor had not. Without a day: its current
 * status.
 */
export function standingOn(stance: Dated, day: string | null, all: readonly Dated[]): Standing {
  const next = stance.supersededBy && all.find(({ id }) => id === stance.supersededBy!.id)
  if (day === null) return stance.supersededBy || stance.until ? 'not' : 'applied'
  if (endedBefore(stance, day)) return 'not'
  const own = begunBy(stance, day)
  if (!next) return stance.supersededBy ? 'not' : own
  const after = begunBy(next, day)
  if (after === 'applied') return 'not'
  return own === 'applied' && after === 'perhaps' ? 'perhaps' : own
}
