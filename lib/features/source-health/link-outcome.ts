import type { LinkOutcome } from '@/lib/vocabularies/link-outcomes'
import type { Failure } from '@/lib/platform/fetch/failures'
import { urlKey } from '@/lib/records/sources/url-key'

type Answer = { status: number; finalUrl: string }
type NoAnswer = { failure: Failure; reached: { url: string; status: number | null } | null }

export type LinkResult = { outcome: LinkOutcome; status: number | null; finalUrl: string | null; note: string | null }

/** Outcome of a link check. A site that refuses bots may still work for readers. */
export const outcomeOf = (url: string, answer: Answer | NoAnswer): LinkResult => {
  if ('failure' in answer) {
    const { failure, reached } = answer
    const base = { status: reached?.status ?? null, finalUrl: reached?.url ?? null }
    if (failure.code === 'status')
      return { ...base, ...outcomeOf(url, { status: Number(failure.detail), finalUrl: reached?.url ?? url }) }
    // The site responded; a document we cannot parse is not a broken link.
    if (reached && reached.status !== null && reached.status < 300)
      return { ...base, outcome: isElsewhere(url, reached.url) ? 'moved' : 'works', note: failure.code }
    return { ...base, outcome: 'unreachable', note: failure.code }
  }
  const { status, finalUrl } = answer
  const base = { status, finalUrl, note: null }
  if (status === 404 || status === 410) return { ...base, outcome: 'missing' }
  if (status === 401 || status === 402 || status === 403 || status === 405 || status === 429)
    return { ...base, outcome: 'refused' }
  if (status >= 400) return { ...base, outcome: 'unreachable' }
  return { ...base, outcome: isElsewhere(url, finalUrl) ? 'moved' : 'works' }
}

/** Ignores spelling variants of the same URL. */
const isElsewhere = (url: string, finalUrl: string): boolean => bare(url) !== bare(finalUrl)

const bare = (url: string): string => urlKey(url).replace(/^www\./, '')
