import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { policiesAt } from '@/lib/records/policies/queries'
import { stancesAt } from '@/lib/records/stances/queries'
import { countStatementsAt } from '@/lib/records/statements/queries'
import { happenedBy, standingOn } from './as-of'
import type { CompareQuery } from './compare-query'
import type { Compared, Comparison } from './comparison'

/** The places side by side, as of today or of a past day; an address that has moved is followed. */
export async function compare({ paths, on }: Pick<CompareQuery, 'paths' | 'on'>): Promise<Comparison> {
  const found = await Promise.all(paths.map((path) => compared(path, on)))
  const places = found.filter((one) => one !== null)
  return {
    places: places.filter((one, at) => places.findIndex((other) => other.place.id === one.place.id) === at),
    missing: paths.filter((_, at) => !found[at]),
  }
}

async function compared(path: string, on: string | null): Promise<Compared | null> {
  let lookup = await lookUpPlace(path)
  if (lookup.found === 'moved') lookup = await lookUpPlace(lookup.path)
  if (lookup.found !== 'record') return null
  const place = lookup.record
  const [stances, said, policies] = await Promise.all([
    stancesAt(place.id),
    countStatementsAt(place.id, on),
    policiesAt(place.id),
  ])
  const stood = stances.flatMap((stance) => {
    const standing = standingOn(stance, on, stances)
    return standing === 'not' ? [] : [{ stance, standing }]
  })
  return {
    place,
    stances: stood,
    said,
    done: policies.filter(({ events }) => on === null || events.some(({ date }) => happenedBy(date, on))).length,
  }
}
