import { type TopicSlug, topicsOf } from '@/lib/vocabularies/topics'

/** The topics that the map shows: those coded on a scale of conduct. */
export const MAP_TOPICS: readonly TopicSlug[] = topicsOf('cooperation', 'services')
export const FIRST_TOPIC: TopicSlug = 'enforcement-participation'

/** Parses the topic of a URL. Invalid values fall back to the first topic. */
export const mapTopic = (value: unknown): TopicSlug => MAP_TOPICS.find((topic) => topic === value) ?? FIRST_TOPIC
