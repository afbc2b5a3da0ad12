import { lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { policiesAt } from '@/lib/records/policies/queries'
import { stancesAt } from '@/lib/records/stances/queries'
import { countStatementsAt } from '@/lib/records/statements/queries'
import { happenedBy, standingOn } from './as-of'
import type { CompareQuery } from './compare-query'
import type { Compared, Comparison } from './comparison'

/** Compares places as of today or a past day. Redirects of moved places are followed. */
export async function compare({ paths, on }: Pick<CompareQuery, 'paths' | 'on'>): Promise<Comparison> {
  const results = await Promise.all(paths.map((path) => comparePlace(path, on)))
  const places = results.filter((result) => result !== null)
  return {
    places: places.filter(({ place }, i) => places.findIndex((other) => other.place.id === place.id) === i),
    missing: paths.filter((_, i) => !results[i]),
  }
}

async function comparePlace(path: string, on: string | null): Promise<Compared | null> {
  let lookup = await lookUpPlace(path)
  if (lookup.status === 'moved') lookup = await lookUpPlace(lookup.path)
  if (lookup.status !== 'found') return null
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
