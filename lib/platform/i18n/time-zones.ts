import type { Lang } from '@/lib/platform/i18n/locale'

// The platform knows from an instant what clocks show in a zone, and not the way back; that is searched here.

/** What clocks in a zone show at an instant: "2026-11-27T09:00". */
export const localTimeIn = (at: Date, zone: string): string => {
  const parts = Object.fromEntries(
    clock(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

export type ZonedInstant =
  | { found: 'once' | 'twice'; at: Date }
  /** Clocks jump over it, to `next`. */
  | { found: 'never'; next: string }
  | { found: 'unreadable' }

/**
 * The instant at which clocks in a zone show a time of day. When they are set back they show it twice: then the first.
 * When they are set forward they never show it.
 */
export const instantOf = (local: string, zone: string): ZonedInstant => {
  const plain = FORM.test(local) ? new Date(`${local}:00Z`) : null
  // A day that no month has ("2026-02-30") is read as another one.
  if (!plain || Number.isNaN(plain.getTime()) || plain.toISOString().slice(0, 16) !== local)
    return { found: 'unreadable' }
  const offsets = [-1, 1].map((days) => offsetAt(new Date(plain.getTime() + days * DAY), zone))
  const fitting = [...new Set(offsets)]
    .map((offset) => new Date(plain.getTime() - offset))
    .filter((at) => localTimeIn(at, zone) === local)
    .toSorted((a, b) => a.getTime() - b.getTime())
  if (fitting.length) return { found: fitting.length > 1 ? 'twice' : 'once', at: fitting[0]! }
  return { found: 'never', next: localTimeIn(new Date(plain.getTime() - Math.min(...offsets)), zone) }
}

/** "Fri 27 Nov 2026, 09:00 EST", "vie 27 nov 2026, 09:00 EST". */
export const formatInstant = (at: Date, zone: string, lang: Lang): string => {
  const form = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'es', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const parts = Object.fromEntries(form.formatToParts(at).map(({ type, value }) => [type, value.replace(/\.$/, '')]))
  const month = lang === 'en' ? parts.month!.slice(0, 3) : parts.month!
  return `${parts.weekday} ${parts.day} ${month} ${parts.year}, ${localTimeIn(at, zone).slice(11)} ${zoneName(at, zone)}`
}

/** A moment that has passed: "22 Nov 2026, 09:00". */
export const formatTimestamp = (at: Date, zone: string, lang: Lang): string =>
  formatInstant(at, zone, lang).replace(/^\S+ /, '').replace(/ \S+$/, '')

/** "EST" where the zone has such a name, otherwise "GMT+1". */
const zoneName = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value

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

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

const clock = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const two = '2-digit' as const
  const more = { month: two, day: two, hour: two, minute: two, hourCycle: 'h23' as const }
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', ...more })
  clocks.set(zone, made)
  return made
}

/** By how much clocks in the zone are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (at: Date, zone: string): number =>
  new Date(`${localTimeIn(at, zone)}:00Z`).getTime() - Math.floor(at.getTime() / 60_000) * 60_000
