import type { Fidelity } from '@/lib/vocabularies/fidelity'
import type { Named } from './labels'

/** What is known of a citation's words in the kept texts of its source. */
export type ToldCitation = {
  held: boolean
  /** How often the words stand there. */
  times: number
  /** What they are called, as far as it was chosen, and what they may be called. */
  fidelity: Fidelity | null
  allowed: readonly Fidelity[]
  prefix: string
  suffix: string
}

export type ToldDate = {
  /** The date in words; null when it is none yet. */
  words: string | null
  /** What the source's own words can mean, counted from its day: offered, never taken by itself. */
  offer: { asked: string; day: string; asks: boolean; options: { edtf: string; words: string }[] } | null
}

/** What the server says of a form's fields, by their path. */
export type Told = {
  citations: Readonly<Record<string, ToldCitation>>
  dates: Readonly<Record<string, ToldDate>>
  /** Records that this one looks like. */
  alike: readonly Named[]
  /** What may be meant where a record was named and not chosen yet. */
  choices: Readonly<Record<string, readonly Named[]>>
}

/** What a save answers to the form that sent it. */
export type SaveAnswer = {
  save: number
  /** When it was saved, on the clock of the desk: "10:32". */
  clock: string
  /** The number of the save that was set aside, because another came between. */
  aside: string | null
  others: readonly string[]
  /** The sources that the entry cites now. */
  sources: readonly string[]
  told: Told
}
