import type { Lang } from '@/lib/platform/i18n/locale'
import type { Run } from '@/lib/platform/worker-pool/task'
import { type Span, quotedPassages } from '@/lib/text/quotes'
import { type Candidate, candidatesIn } from './candidates'

/** The limits of one page of recognized text. A hostile text has more of everything than a person can choose from. */
export const SHOWN = { candidates: 50, quotations: 300, perCandidate: 10 }

export type RecognizeInput = { text: string; published: string | null; lang: Lang }

/** The first candidates and quotations, and how many there are. */
export type Recognition = {
  candidates: Candidate[]
  candidateCount: number
  quotations: Span[]
  quotationCount: number
}

/** Runs in a worker process. */
export const run: Run<RecognizeInput, never, Recognition> = ({ text, published, lang }) => {
  const candidates = candidatesIn(text, published, lang)
  const quotations = quotedPassages(text)
  return {
    candidates: candidates.slice(0, SHOWN.candidates).map((one) => ({
      around: one.around,
      quotes: one.quotes.slice(0, SHOWN.quotations),
      speakers: one.speakers.slice(0, SHOWN.perCandidate),
      places: one.places.slice(0, SHOWN.perCandidate),
      dates: one.dates.slice(0, SHOWN.perCandidate),
    })),
    candidateCount: candidates.length,
    quotations: quotations.slice(0, SHOWN.quotations),
    quotationCount: quotations.length,
  }
}
