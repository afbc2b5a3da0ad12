import type { Interval } from '@/lib/text/edtf'

const DAY = 86_400_000
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY

/** A time axis in whole months: its first and last day, and where each month begins. */
export type TimeAxis = { first: number; last: number; months: { day: number; iso: string }[] }

/** The months that hold every known end of the intervals, with one more at either side for those that are open. */
export function axisOf(dates: readonly Interval[]): TimeAxis | null {
  const known = dates.flatMap(({ earliest, latest }) => [earliest, latest]).filter((one) => one !== null)
  if (!known.length) return null
  const days = known.toSorted()
  const [from, to] = [new Date(days[0]!), new Date(days.at(-1)!)]
  const month = (base: Date, by: number) => new Date(Date.UTC(base.getUTCFullYear(), base.getUTCMonth() + by, 1))
  const [first, last] = [month(from, -1), month(to, 2)]
  const months = []
  for (let at = first; at < last; at = month(at, 1)) months.push({ day: at.getTime() / DAY, iso: iso(at) })
  return { first: first.getTime() / DAY, last: last.getTime() / DAY, months }
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** Where an interval lies on an axis of so many units; an open end reaches to the edge and says so. */
export type Bar = { x: number; width: number; openStart: boolean; openEnd: boolean }

export function barOf({ earliest, latest }: Interval, { first, last }: TimeAxis, units: number): Bar {
  const scale = units / (last - first)
  const within = (day: number) => Math.min(Math.max(day, first), last)
  const from = earliest === null ? first : within(dayOf(earliest))
  const to = latest === null ? last : within(dayOf(latest) + 1)
  return {
    x: (from - first) * scale,
    width: Math.max((to - from) * scale, 0),
    openStart: earliest === null,
    openEnd: latest === null,
  }
}
