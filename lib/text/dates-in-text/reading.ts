import type { Span } from '@/lib/text/quotes'

/**
 * A date in a text. `stated`: complete in the text. `derived`: computed from the day of publication. `asks`: a person
 * has to choose one of the options or enter another.
 */
export type DateReading = Span & {
  /** The words of the text: "this week". */
  words: string
  how: 'stated' | 'derived' | 'asks'
  /** EDTF, the likeliest first; exactly one unless `how` is `asks`. */
  options: string[]
}
