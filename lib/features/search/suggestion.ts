/** A completion of a search input. */
export type Suggestion = {
  name: string
  kind: 'place' | 'official' | 'organization'
  path: string
  /** The kind of a place in the reader's language: "State". */
  about: string | null
  /** The input is this record's whole name. */
  exact: boolean
}
