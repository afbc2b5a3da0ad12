import type { StanceValue } from '@/lib/vocabularies/stances'

/** Content of a preview image in the reader's language. */
export type Picture = {
  /** Label of the record type: "Statements". Null on other pages. */
  type: string | null
  main:
    | { as: 'quote'; passages: readonly string[]; cut: boolean; source: string }
    | { as: 'paraphrase'; label: string; text: string; source: string }
    | { as: 'title'; title: string; above?: string; about?: string; value?: { code: StanceValue; words: string } }
  /** Speaker or place, date, and further facts. */
  foot: { name?: string; date?: string; more?: string }
}
