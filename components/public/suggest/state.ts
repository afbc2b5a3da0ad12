/** What a reader has typed, by field. */
export type Typed = { kind: string; text: string; url: string; website: string }

/** Where the reader is: writing, or looking over what was written. */
export type SuggestState = {
  step: 'write' | 'look'
  /** For the whole form, in words. */
  message: string | null
  /** Field → what is wrong, in words. */
  issues: Readonly<Partial<Record<keyof Typed, string>>>
  typed: Typed
  stamp: string
}

export type SuggestAction = (state: SuggestState, form: FormData) => Promise<SuggestState>

export const EMPTY: SuggestState = {
  step: 'write',
  message: null,
  issues: {},
  typed: { kind: '', text: '', url: '', website: '' },
  stamp: '',
}
