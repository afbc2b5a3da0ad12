import parseEdtf from 'edtf'
import { createLru } from '@/lib/platform/caching/lru'

/** The first and last possible day of an inexact date (ISO); an open end is null. */
export type Interval = { earliest: string | null; latest: string | null }

// Years, months, days, intervals with open or unknown ends, and the qualifiers ? ~ %. Sets ("[a..b]") are left out:
// an interval expresses the same, and the library computes a wrong maximum for them.
const PART = String.raw`\d{4}(-\d{2}(-\d{2})?)?[?~%]?`
const FORM = new RegExp(String.raw`^(${PART}|(${PART}|\.\.)?/(${PART}|\.\.)?)$`)

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * The days that an EDTF value spans: "2024-11" is 1 to 30 November, "2025-01-20/2025-01-24" those five days,
 * "2025-06-17/.." has an open end. Null for an unsupported form, or an interval that ends before it starts.
 */
export const intervalOf = (edtf: string): Interval | null => known(edtf, () => readInterval(edtf))

/** Parsing is slow, and the same few thousand dates recur. */
const known = createLru<Interval | null>(10_000, 50)

const readInterval = (edtf: string): Interval | null => {
  if (!FORM.test(edtf) || edtf === '/' || edtf === '../..') return null
  const [from, to] = edtf.includes('/') ? edtf.split('/') : [edtf, edtf]
  const earliest = end(from!, 'min')
  const latest = end(to!, 'max')
  if (earliest === undefined || latest === undefined) return null
  return earliest && latest && latest < earliest ? null : { earliest, latest }
}

/** One end of an interval: an ISO day, null when open or unknown, undefined when invalid. */
const end = (part: string, side: 'min' | 'max'): string | null | undefined => {
  if (part === '' || part === '..') return null
  try {
    return isoDay(parseEdtf(part.replace(/[?~%]$/, ''))[side])
  } catch {
    return undefined
  }
}

/** Returns true if two intervals share a day. An open end is unlimited. */
export const overlaps = (a: Interval, b: Interval): boolean =>
  (a.earliest ?? '0000') <= (b.latest ?? '9999') && (b.earliest ?? '0000') <= (a.latest ?? '9999')

/** The precision of a date, from its EDTF form. */
export const precisionOf = (edtf: string): 'day' | 'month' | 'year' | 'interval' =>
  edtf.includes('/') ? 'interval' : edtf.length >= 10 ? 'day' : edtf.length >= 7 ? 'month' : 'year'
