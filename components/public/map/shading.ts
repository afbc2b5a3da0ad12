import { COOPERATION, SERVICES, STANCE_VALUE, type StanceValue } from '@/lib/vocabularies/stances'
import { TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'

/** How an area is filled: by what its own bodies do, or why nothing can be said. */
export type Shade = StanceValue | 'not_researched'

/** All shades of a topic's scale, in the order of the legend. */
export const shadesOf = (topic: TopicSlug): Shade[] => [
  ...(Object.keys(TOPIC[topic].axis === 'services' ? SERVICES : COOPERATION) as StanceValue[]),
  'not_researched',
]

type Area = { stances: readonly { value: StanceValue }[]; researched: boolean }

/** The shades of an area, each once, in the order of the scale: several where its bodies differ. */
export function shadesAt({ stances, researched }: Area): Shade[] {
  if (!stances.length) return [researched ? 'not_coded' : 'not_researched']
  const order = Object.keys(STANCE_VALUE)
  return [...new Set(stances.map((one) => one.value))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** The name of the pattern that fills an area; stripes of all shades where there are several. */
export const fillOf = (shades: readonly Shade[]): string => `url(#fill-${shades.join('-')})`

export type Tally = { shade: Shade; states: number; places: number }

/** How many states and places have each shade; one whose bodies differ counts in each. */
export function tally(topic: TopicSlug, states: readonly Area[], places: readonly Omit<Area, 'researched'>[]): Tally[] {
  const count = (areas: readonly Area[], shade: Shade) => areas.filter((one) => shadesAt(one).includes(shade)).length
  const known = places.map((one) => ({ ...one, researched: true }))
  return shadesOf(topic).map((shade) => ({ shade, states: count(states, shade), places: count(known, shade) }))
}
