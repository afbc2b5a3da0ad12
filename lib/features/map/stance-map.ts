import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { TopicSlug } from '@/lib/vocabularies/topics'

/** A place with its stances on the topic. Without stances, it has entries on other topics. */
export type MapPlace = { place: Jurisdiction; stances: Stance[] }

/** A state on the map. `researched` is true if anything is recorded for its own organizations. */
export type MapState = MapPlace & { researched: boolean }

export type StanceMap = {
  topic: TopicSlug
  states: MapState[]
  places: MapPlace[]
  /** The time of the last publication. */
  asOf: string | null
}
