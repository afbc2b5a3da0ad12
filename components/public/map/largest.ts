import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'

/** A map has names for so many places and a small mark for so many more; its table has so many of each. */
const NAMED = 40
const MARKED = 180
export const LISTED = 60

/** The places with the most inhabitants, in the order that they came in. */
export function largest(places: readonly MapPlace[], most: number): readonly MapPlace[] {
  if (places.length <= most) return places
  const inhabitants = ({ place }: MapPlace) => place.population ?? 0
  const kept = new Set(places.toSorted((a, b) => inhabitants(b) - inhabitants(a)).slice(0, most))
  return places.filter((one) => kept.has(one))
}

/** Those that have a mark on the map, and how many there is no room for. */
export function marked({ places }: Pick<StanceMap, 'places'>): { shown: readonly MapPlace[]; left: number } {
  const [coded, bare] = [true, false].map((is) => places.filter(({ stances }) => stances.length > 0 === is))
  const shown = [...largest(coded!, NAMED), ...largest(bare!, MARKED)]
  return { shown, left: places.length - shown.length }
}
