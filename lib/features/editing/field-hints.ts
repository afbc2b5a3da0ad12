import type { Fidelity } from '@/lib/vocabularies/fidelity'
import type { RecordLabel } from './labels'

/** What is known of a citation's words in the kept texts of its source. */
export type CitationHints = {
  captured: boolean
  /** How often the words stand there. */
  times: number
  /** What they are called, as far as it was chosen, and what they may be called. */
  fidelity: Fidelity | null
  allowed: readonly Fidelity[]
  prefix: string
  suffix: string
}

export type DateHints = {
  /** The date in words; null when it is none yet. */
  meaning: string | null
  /** What the source's own words can mean, counted from its day: offered, never taken by itself. */
  offer: { asWritten: string; day: string; needsChoice: boolean; options: { edtf: string; words: string }[] } | null
}

/** What the server says of a form's fields, by their path. */
export type FieldHints = {
  citations: Readonly<Record<string, CitationHints>>
  dates: Readonly<Record<string, DateHints>>
  /** Records that this one looks like. */
  similar: readonly RecordLabel[]
  /** What may be meant where a record was named and not chosen yet. */
  choices: Readonly<Record<string, readonly RecordLabel[]>>
}

/** What a save answers to the form that sent it. */
export type SaveResponse = {
  save: number
  /** When it was saved, on the clock of the admin area: "10:32". */
  clock: string
  /** The number of the save that was set aside, because another came between. */
  aside: string | null
  others: readonly string[]
  /** The sources that the entry cites now. */
  sources: readonly string[]
  hints: FieldHints
}
