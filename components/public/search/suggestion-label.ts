/** Labels for the suggestion list, passed to the client script in `data-suggestions`. */
export type SuggestionLabel = {
  /** Path prefix of the locale: "" or "/es". */
  prefix: string
  place: string
  official: string
  organization: string
  /** Accessible name of the list. */
  offered: string
  one: string
  /** "#" stands for the count. */
  many: string
  none: string
}
