/** Typed values by field. */
export type Typed = { kind: string; text: string; url: string; website: string }

/** Current step of the form. */
export type SuggestState = {
  step: 'write' | 'confirm'
  /** Message for the whole form. */
  message: string | null
  /** Messages by field. */
  issues: Readonly<Partial<Record<keyof Typed, string>>>
  typed: Typed
  token: string
}

export type SuggestAction = (state: SuggestState, form: FormData) => Promise<SuggestState>

export const EMPTY: SuggestState = {
  step: 'write',
  message: null,
  issues: {},
  typed: { kind: '', text: '', url: '', website: '' },
  token: '',
}
