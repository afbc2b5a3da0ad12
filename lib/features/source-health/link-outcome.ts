import type { Failure } from '@/lib/platform/fetch/failures'
import { urlKey } from '@/lib/records/sources/url-key'

export const LINK_OUTCOME = {
  works: { en: 'Works', es: 'Funciona' },
  moved: { en: 'Leads elsewhere', es: 'Lleva a otro lugar' },
  missing: { en: 'Gone', es: 'Ya no está' },
  refused: { en: 'Refuses our question', es: 'Rechaza nuestra consulta' },
  unreachable: { en: 'Does not answer', es: 'No responde' },
} as const
export type LinkOutcome = keyof typeof LINK_OUTCOME

type Answer = { status: number; finalUrl: string }
type NoAnswer = { failure: Failure; reached: { url: string; status: number | null } | null }

export type LinkResult = { outcome: LinkOutcome; status: number | null; finalUrl: string | null; note: string | null }

/** What an answer, or none, says of a link. That a site refuses programs says nothing of what its readers see. */
export const outcomeOf = (url: string, answer: Answer | NoAnswer): LinkResult => {
  if ('failure' in answer) {
    const { failure, reached } = answer
    const at = { status: reached?.status ?? null, finalUrl: reached?.url ?? null }
    if (failure.code === 'status')
      return { ...at, ...outcomeOf(url, { status: Number(failure.detail), finalUrl: reached?.url ?? url }) }
    // It answered; that its document can't be read here is no fault of the link.
    if (reached && reached.status !== null && reached.status < 300)
      return { ...at, outcome: isElsewhere(url, reached.url) ? 'moved' : 'works', note: failure.code }
    return { ...at, outcome: 'unreachable', note: failure.code }
  }
  const { status, finalUrl } = answer
  const given = { status, finalUrl, note: null }
  if (status === 404 || status === 410) return { ...given, outcome: 'missing' }
  if (status === 401 || status === 402 || status === 403 || status === 405 || status === 429)
    return { ...given, outcome: 'refused' }
  if (status >= 400) return { ...given, outcome: 'unreachable' }
  return { ...given, outcome: isElsewhere(url, finalUrl) ? 'moved' : 'works' }
}

/** Another document, and not only another spelling of the same address. */
const isElsewhere = (url: string, finalUrl: string): boolean => bare(url) !== bare(finalUrl)

const bare = (url: string): string => urlKey(url).replace(/^www\./, '')
