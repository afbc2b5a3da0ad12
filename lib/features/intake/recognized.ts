import type { Lang } from '@/lib/platform/i18n/locale'
import type { Candidate } from './candidates'
import type { Recognition } from './recognize-task'

/** A record that a name may refer to. `score` 1 is an exact match. */
export type KnownNames = { id: string; name: string; path: string; score: number }

export type Recognized = Candidate & {
  officials: KnownNames[]
  organizations: KnownNames[]
  /** Matching places. Ambiguous names list all of them and are not `sure`. */
  placeOptions: { words: string; start: number; end: number; sure: boolean; options: KnownNames[] }[]
  /** Places where the matched officials hold or held office. */
  officePlaces: KnownNames[]
  duplicates: { id: string; path: string; title: string; why: 'words' | 'speaker' }[]
}

/** The recognized parts of a text: the first candidates and quotations, and how many there are. */
export type RecognizedText = Omit<Recognition, 'candidates'> & { candidates: Recognized[] }

export type CapturedPage = {
  sha256: string
  text: string
  lang: Lang
  published: string | null
  title: string | null
  outlet: string | null
  url: string | null
  at: Date
  method: 'fetched' | 'pasted'
}
