import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { TopicSlug } from '@/lib/vocabularies/topics'

/** A place and what its bodies do on the topic; without stances, it has entries on something else. */
export type MapPlace = { place: Jurisdiction; stances: Stance[] }

/** A state as the map shows it: `researched` says whether anything at all is recorded for its own bodies. */
export type MapState = MapPlace & { researched: boolean }

export type StanceMap = {
  topic: TopicSlug
  states: MapState[]
  places: MapPlace[]
  /** When something was last published. */
  asOf: string | null
}
