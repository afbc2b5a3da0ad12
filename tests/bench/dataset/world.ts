import { recordPath } from '@/lib/platform/http/slug'
import { type InexactDate } from '@/lib/records/shared/inexact-date'
import { intervalOf } from '@/lib/text/edtf'
import type { Citation } from '@/lib/records/shared/citation'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { PlaceRef, Ref } from '@/lib/records/shared/reference'
import type { Source } from '@/lib/records/sources/schema'
import type { Random } from './random'

/** The existing records, which later records refer to. */
export type World = {
  random: Random
  places: readonly PlaceRef[]
  federalActions: readonly Ref[]
  organizations: Organization[]
  sources: Source[]
  officials: Official[]
  policies: Policy[]
}

export const BEGIN = Date.UTC(2025, 0, 1)
export const DAY = 86_400_000

export const base = (type: string, id: string, title: string, time: number) => ({
  id,
  path: recordPath(type, id, title),
  version: 1,
  publishedAt: new Date(time).toISOString(),
  updatedAt: new Date(time).toISOString(),
})

export const refOf = ({ id, path }: { id: string; path: string }, name: string): Ref => ({ id, path, name })

export const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

const intervals = new Map<string, ReturnType<typeof intervalOf>>()

export const dated = (edtf: string, asWritten: string | null = null): InexactDate => {
  if (!intervals.has(edtf)) intervals.set(edtf, intervalOf(edtf))
  return { edtf, ...intervals.get(edtf)!, asWritten }
}

/** An inexact date around a time, usually exact to the day. */
export const inexact = ({ weighted }: Random, time: number): InexactDate | null => {
  const day = isoDay(time)
  const exactness = weighted({ day: 80, month: 11, interval: 5, year: 3, none: 1 })
  if (exactness === 'none') return null
  if (exactness === 'month') return dated(day.slice(0, 7), 'this month')
  if (exactness === 'year') return dated(day.slice(0, 4), 'this year')
  if (exactness === 'interval') return dated(`${day}/${isoDay(time + 4 * DAY)}`, 'this week')
  return dated(day)
}

export const cite = (
  source: Source,
  exact: string,
  fidelity: Citation['fidelity'] = 'reported_verbatim',
): Citation => ({
  source: {
    ...refOf(source, source.title),
    outlet: source.outlet,
    kind: source.kind,
    url: source.url,
    archiveUrl: source.archiveUrl,
    published: source.published,
    copyOf: null,
  },
  exact,
  prefix: null,
  suffix: null,
  locator: null,
  fidelity,
  found: 'found',
  note: null,
})
