import type { Fidelity } from '@/lib/vocabularies/fidelity'
import type { RecordLabel } from './labels'

/** The state of a citation's quote in the captured texts of its source. */
export type CitationHints = {
  captured: boolean
  /** The number of occurrences. */
  times: number
  /** The chosen fidelity, if any, and the allowed ones. */
  fidelity: Fidelity | null
  allowed: readonly Fidelity[]
  prefix: string
  suffix: string
  /** The characters of the quote that can't be seen, as code points. */
  hidden: readonly string[]
}

export type DateHints = {
  /** The date in words; null if it is not a valid date. */
  meaning: string | null
  /**
   * Interpretations of the source's wording, relative to its date. They are suggestions and are never applied
   * automatically.
   */
  offer: { asWritten: string; day: string; needsChoice: boolean; options: { edtf: string; words: string }[] } | null
}

/** Server-side hints for form fields, by path. */
export type FieldHints = {
  citations: Readonly<Record<string, CitationHints>>
  dates: Readonly<Record<string, DateHints>>
  /** Possible duplicates of this record. */
  similar: readonly RecordLabel[]
  /** Candidates for reference fields with a name but no selected record. */
  choices: Readonly<Record<string, readonly RecordLabel[]>>
}

/** The response to a save. */
export type SaveResponse = {
  save: number
  /** The time of the save in the admin area's time zone: "10:32". */
  clock: string
  /** The id of the save if it was set aside because of a concurrent save. */
  aside: string | null
  others: readonly string[]
  /** The sources that the entry cites. */
  sources: readonly string[]
  hints: FieldHints
}
