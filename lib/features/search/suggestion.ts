/** A record that may be meant: its name as it is shown, what it is, and its address. */
export type Suggestion = { name: string; kind: 'place' | 'official' | 'organization'; path: string }
