import { type TopicSlug, topicsOf } from '@/lib/vocabularies/topics'

/** The topics that a map can show: those coded on a scale of conduct. */
export const MAP_TOPICS: readonly TopicSlug[] = topicsOf('cooperation', 'services')
export const FIRST_TOPIC: TopicSlug = 'enforcement-participation'

/** The topic that an address asks for; whatever can't be one is the first. */
export const mapTopic = (given: unknown): TopicSlug => MAP_TOPICS.find((one) => one === given) ?? FIRST_TOPIC
