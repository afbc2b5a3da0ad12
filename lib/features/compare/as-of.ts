import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Stance } from '@/lib/records/stances/schema'

/** Status of a stance on a day. `perhaps`: its date is inexact. */
export type Standing = 'applied' | 'perhaps' | 'undated' | 'not'

type Dated = Pick<Stance, 'id' | 'from' | 'supersededBy'>

const begunBy = ({ from }: Pick<Stance, 'from'>, day: string): Exclude<Standing, 'undated'> | 'undated' => {
  if (!from || (from.earliest === null && from.latest === null)) return 'undated'
  if (from.latest !== null && from.latest <= day) return 'applied'
  if (from.earliest !== null && from.earliest > day) return 'not'
  return from.latest === null && from.earliest !== null && from.earliest <= day ? 'applied' : 'perhaps'
}

/** True if the date had certainly passed by the end of the day. Always true without a day. */
export const happenedBy = (date: InexactDate | null, day: string | null): boolean =>
  day === null || (date?.latest != null && date.latest <= day)

/**
 * Status of a stance on a day: it applied if it had begun and its successor had not. Without a day: its current
 * status.
 */
export function standingOn(stance: Dated, day: string | null, all: readonly Dated[]): Standing {
  const next = stance.supersededBy && all.find(({ id }) => id === stance.supersededBy!.id)
  if (day === null) return stance.supersededBy ? 'not' : 'applied'
  const own = begunBy(stance, day)
  if (!next) return stance.supersededBy ? 'not' : own
  const after = begunBy(next, day)
  if (after === 'applied') return 'not'
  return own === 'applied' && after === 'perhaps' ? 'perhaps' : own
}
