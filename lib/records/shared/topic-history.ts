import type { HistoryConverter } from '@/lib/platform/publishing/history-converters'
import { RENAMED_TOPICS } from '@/lib/vocabularies/topics'

/** Positions on local limits, turned into positions on local cooperation. */
const TURNED: Readonly<Record<string, string>> = {
  supports: 'opposes',
  supports_in_part: 'opposes_in_part',
  opposes: 'supports',
  opposes_in_part: 'supports_in_part',
}

type Part = Record<string, unknown>

const isOld = (topic: unknown): topic is string => typeof topic === 'string' && Object.hasOwn(RENAMED_TOPICS, topic)
const toNew = (topic: unknown) => (isOld(topic) ? RENAMED_TOPICS[topic] : topic)

const convertPart = (part: Part): Part =>
  isOld(part?.topic)
    ? {
        ...part,
        topic: toNew(part.topic),
        ...('position' in part && { position: TURNED[part.position as string] ?? part.position }),
      }
    : part

const convert = (value: unknown): unknown => {
  const record = value as Part
  const list = (name: string, change: (one: Part) => unknown) =>
    Array.isArray(record[name]) ? { [name]: (record[name] as Part[]).map(change) } : {}
  return {
    ...record,
    ...list('topics', toNew),
    ...list('positions', convertPart),
    ...list('provisions', convertPart),
  }
}

/** Renames the topic of local limits to local cooperation, and turns the positions on it. */
export const topicHistory: Omit<HistoryConverter, 'type'> = { date: '2026-11-30', data: convert, card: convert }
