/** The most items of a list in an entry. A form with more rows is not read either. */
export const MAX_ITEMS = 1_000

/** The most wordings of a statement, and the most passages of a wording. A page compares each with the preferred one. */
export const MAX_WORDINGS = 50
export const MAX_PASSAGES = 50
