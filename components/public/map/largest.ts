import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'

/** Limits of labeled markers, small markers and table rows. */
const MAX_LABELED = 40
const MAX_UNCODED = 180
export const MAX_LISTED = 60

/** The most populous places, in their original order. */
export function largest(places: readonly MapPlace[], max: number): readonly MapPlace[] {
  if (places.length <= max) return places
  const inhabitants = ({ place }: MapPlace) => place.population ?? 0
  const selected = new Set(places.toSorted((a, b) => inhabitants(b) - inhabitants(a)).slice(0, max))
  return places.filter((one) => selected.has(one))
}

/** Places shown as markers, and the number of those left out. */
export function shownPlaces({ places }: Pick<StanceMap, 'places'>): { shown: readonly MapPlace[]; left: number } {
  const [coded, uncoded] = [true, false].map((isCoded) =>
    places.filter(({ stances }) => stances.length > 0 === isCoded),
  )
  const shown = [...largest(coded!, MAX_LABELED), ...largest(uncoded!, MAX_UNCODED)]
  return { shown, left: places.length - shown.length }
}
