import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Stance } from '@/lib/records/stances/schema'

/** How a stance stood on a day: it applied; it may have, its date being inexact; it has no date; or it did not apply. */
export type Standing = 'applied' | 'perhaps' | 'undated' | 'not'

type Dated = Pick<Stance, 'id' | 'from' | 'supersededBy'>

const begun = ({ from }: Pick<Stance, 'from'>, day: string): Exclude<Standing, 'undated'> | 'undated' => {
  if (!from || (from.earliest === null && from.latest === null)) return 'undated'
  if (from.latest !== null && from.latest <= day) return 'applied'
  if (from.earliest !== null && from.earliest > day) return 'not'
  return from.latest === null && from.earliest !== null && from.earliest <= day ? 'applied' : 'perhaps'
}

/** Whether something had certainly happened by the end of a day; without a day, everything that is recorded has. */
export const happenedBy = (date: InexactDate | null, day: string | null): boolean =>
  day === null || (date?.latest != null && date.latest <= day)

/** Whether a stance applied on a day: it had begun, and what superseded it had not. Without a day: it is current. */
export function standingOn(stance: Dated, day: string | null, all: readonly Dated[]): Standing {
  const next = stance.supersededBy && all.find((one) => one.id === stance.supersededBy!.id)
  if (day === null) return stance.supersededBy ? 'not' : 'applied'
  const own = begun(stance, day)
  if (!next) return stance.supersededBy ? 'not' : own
  const after = begun(next, day)
  if (after === 'applied') return 'not'
  return own === 'applied' && after === 'perhaps' ? 'perhaps' : own
}
