import type { Lang } from '@/lib/platform/i18n/locale'
import type { Candidate } from './candidates'

/** A record that a name may mean. 1: it is called so; less: it is called nearly so. */
export type KnownNames = { id: string; name: string; path: string; score: number }

export type Recognized = Candidate & {
  officials: KnownNames[]
  organizations: KnownNames[]
  /** Where a place can't be told from others of its name, all of them, and it is not sure. */
  placeOptions: { words: string; start: number; end: number; sure: boolean; options: KnownNames[] }[]
  /** Where the officials that are called so hold or held an office. */
  officePlaces: KnownNames[]
  duplicates: { id: string; path: string; title: string; why: 'words' | 'speaker' }[]
}

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
