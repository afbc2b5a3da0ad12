import { COOPERATION, SERVICES, STANCE_VALUE, type StanceValue } from '@/lib/vocabularies/stances'
import { TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'

/** Fill of an area: the stance of its own bodies, or the reason there is none. */
export type Shade = StanceValue | 'not_researched'

/** Shades of a topic's scale in legend order. */
export const shadesOf = (topic: TopicSlug): Shade[] => [
  ...(Object.keys(TOPIC[topic].axis === 'services' ? SERVICES : COOPERATION) as StanceValue[]),
  'not_researched',
]

type Area = { stances: readonly { value: StanceValue }[]; researched: boolean }

/** Distinct shades of an area in scale order; several if its bodies differ. */
export function shadesAt({ stances, researched }: Area): Shade[] {
  if (!stances.length) return [researched ? 'not_reviewed' : 'not_researched']
  const order = Object.keys(STANCE_VALUE)
  return [...new Set(stances.map((one) => one.value))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** Reference to the fill pattern of an area; striped for several shades. */
export const fillOf = (shades: readonly Shade[]): string => `url(#fill-${shades.join('-')})`

export type Tally = { shade: Shade; states: number; places: number }

/** Numbers of states and places per shade. Areas whose bodies differ count for each of their shades. */
export function tally(topic: TopicSlug, states: readonly Area[], places: readonly Omit<Area, 'researched'>[]): Tally[] {
  const count = (areas: readonly Area[], shade: Shade) => areas.filter((one) => shadesAt(one).includes(shade)).length
  const researchedPlaces = places.map((one) => ({ ...one, researched: true }))
  return shadesOf(topic).map((shade) => ({
    shade,
    states: count(states, shade),
    places: count(researchedPlaces, shade),
  }))
}
