import type { Span } from '@/lib/text/quotes'

/**
 * How a date in a text can be read. `stated`: the text says it whole. `derived`: it follows from the day of
 * publication, and there is one answer. `asks`: a person has to choose among the options, or know better.
 */
export type DateReading = Span & {
  /** As the text has it: "this week". */
  words: string
  how: 'stated' | 'derived' | 'asks'
  /** EDTF, the likeliest first; one, unless it asks. */
  options: string[]
}
