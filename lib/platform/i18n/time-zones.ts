import { Temporal } from 'temporal-polyfill'
import type { Lang } from '@/lib/platform/i18n/locale'

/** The local time in a zone at an instant: "2026-11-27T09:00". */
export const localTimeIn = (at: Date, zone: string): string => toLocalTime(inZone(at, zone))

const inZone = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

const toLocalTime = (time: Temporal.ZonedDateTime): string =>
  time.toPlainDateTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' })

export type ZonedInstant =
  | { found: 'once' | 'twice'; at: Date }
  /** Clocks jump over it, to `next`. */
  | { found: 'never'; next: string }
  | { found: 'unreadable' }

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/**
 * The instant at which clocks in a zone show a local time. Clocks that are set back show it twice: then the first.
 * Clocks that are set forward skip it.
 */
export const instantOf = (local: string, zone: string): ZonedInstant => {
  const plain = LOCAL_TIME.test(local) ? plainTime(local) : null
  if (!plain) return { found: 'unreadable' }
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  // For a skipped local time, Temporal returns the instants before and after the jump.
  if (toLocalTime(earlier) !== local) return { found: 'never', next: toLocalTime(later) }
  return { found: earlier.equals(later) ? 'once' : 'twice', at: new Date(earlier.epochMilliseconds) }
}

/** Null for a day or time that doesn't exist, such as "2026-02-30T09:00". */
const plainTime = (local: string): Temporal.PlainDateTime | null => {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** "Fri 27 Nov 2026, 09:00 EST", "vie 27 nov 2026, 09:00 EST". */
export const formatInstant = (at: Date, zone: string, lang: Lang): string => {
  const parts = Object.fromEntries(
    dayFormat(lang, zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value.replace(/\.$/, '')]),
  )
  const month = lang === 'en' ? parts.month!.slice(0, 3) : parts.month!
  return `${parts.weekday} ${parts.day} ${month} ${parts.year}, ${localTimeIn(at, zone).slice(11)} ${zoneName(at, zone)}`
}

/** The same without weekday and zone, for the past: "22 Nov 2026, 09:00". */
export const formatTimestamp = (at: Date, zone: string, lang: Lang): string =>
  formatInstant(at, zone, lang).replace(/^\S+ /, '').replace(/ \S+$/, '')

/** "EST" where the zone has such a name, otherwise "GMT+1". */
const zoneName = (at: Date, zone: string): string =>
  zoneNameFormat(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value

/** Creating an Intl format takes a hundred times as long as using it. */
const memoized = <Key extends string[], Format>(create: (...key: Key) => Format) => {
  const formats = new Map<string, Format>()
  return (...key: Key): Format => {
    const name = key.join(' ')
    if (!formats.has(name)) formats.set(name, create(...key))
    return formats.get(name)!
  }
}

const zoneNameFormat = memoized(
  (zone: string) => new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }),
)

const dayFormat = memoized(
  (lang: Lang, zone: string) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
)

/** Zones that an editor can choose from, the site's own first. */
export const timeZoneOptions = (own: string): string[] => [...new Set([own, ...AMERICAN, 'UTC'])]

const AMERICAN = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
]
