/** What the program of a search field has to know; it stands beside the field in `data-offer`. */
export type SuggestionLabel = {
  /** What stands before a path in this language: "" or "/es". */
  prefix: string
  place: string
  official: string
  organization: string
  /** The name of the list. */
  offered: string
  one: string
  /** "#" stands for the number. */
  many: string
  none: string
}
