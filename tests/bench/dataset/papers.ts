import { idFor } from '@/lib/platform/publishing/ids'
import type { Source } from '@/lib/records/sources/schema'
import { BEGIN, DAY, type World, base, dated, isoDay } from './world'
import { FAMILY, GIVEN, clause } from './words'

const KINDS = {
  local_news: 55,
  national_news: 15,
  official_statement: 12,
  official_document: 8,
  social_media: 5,
  advocacy: 3,
  aggregator: 2,
}

export function source({ random }: World, at: number): Source {
  const time = BEGIN + random.below(600) * DAY
  const title = `Report ${at}: ${clause(random)}`
  const id = idFor('sources', `bench:${at}`)
  return {
    ...base('sources', id, title, time + DAY),
    title,
    url: `https://news-${random.below(400)}.example/${id}`,
    outlet: `The Daily ${random.skewed(FAMILY)} ${random.below(20)}`,
    authors: random.chance(0.8) ? [`${random.one(GIVEN)} ${random.one(FAMILY)}`] : [],
    kind: random.weighted(KINDS),
    archiveUrl: random.chance(0.7) ? `https://archive.example/${id}` : null,
    note: null,
    published: random.chance(0.95) ? dated(isoDay(time)) : dated(isoDay(time).slice(0, 7)),
    lineage: [],
    captures: [],
    leads: [],
  }
}
