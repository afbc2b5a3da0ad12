/** A completion of a search input. */
export type Suggestion = { name: string; kind: 'place' | 'official' | 'organization'; path: string }
