import type { StanceValue } from '@/lib/vocabularies/stances'

/** What the picture of a page says, in words that are already in the reader's language. */
export type Picture = {
  /** The part of the site: "Statements". None on the home page. */
  type: string | null
  main:
    | { as: 'quote'; passages: readonly string[]; cut: boolean; source: string }
    | { as: 'paraphrase'; label: string; text: string; source: string }
    | { as: 'title'; title: string; above?: string; about?: string; value?: { code: StanceValue; words: string } }
  /** Who, when, and where. */
  foot: { name?: string; date?: string; more?: string }
}
