import type { Interval } from '@/lib/text/edtf'

const DAY = 86_400_000
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY

/** A time axis in whole months: its first and last day, and where each month begins. */
export type TimeAxis = { first: number; last: number; months: { day: number; iso: string }[] }

/** The months that cover all ends of the intervals, with one more at either side for open ends. Null without dates. */
export function axisOf(dates: readonly Interval[]): TimeAxis | null {
  const days = dates
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== null)
    .toSorted()
  if (!days.length) return null
  const [from, to] = [new Date(days[0]!), new Date(days.at(-1)!)]
  const month = (base: Date, by: number) => new Date(Date.UTC(base.getUTCFullYear(), base.getUTCMonth() + by, 1))
  const [first, last] = [month(from, -1), month(to, 2)]
  const months = []
  for (let start = first; start < last; start = month(start, 1))
    months.push({ day: start.getTime() / DAY, iso: iso(start) })
  return { first: first.getTime() / DAY, last: last.getTime() / DAY, months }
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The position of an interval on an axis that is `units` wide; an open end reaches the edge. */
export type Bar = { x: number; width: number; openStart: boolean; openEnd: boolean }

export function barOf({ earliest, latest }: Interval, { first, last }: TimeAxis, units: number): Bar {
  const scale = units / (last - first)
  const clamp = (day: number) => Math.min(Math.max(day, first), last)
  const from = earliest === null ? first : clamp(dayOf(earliest))
  const to = latest === null ? last : clamp(dayOf(latest) + 1)
  return {
    x: (from - first) * scale,
    width: Math.max((to - from) * scale, 0),
    openStart: earliest === null,
    openEnd: latest === null,
  }
}
