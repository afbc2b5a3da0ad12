/** Form state after a rejected submission. */
export type FormState = {
  /** For the whole form. */
  message: string | null
  /** Messages by field. */
  issues: Readonly<Record<string, readonly string[]>>
  /** Posted values by field. Passwords and files are left out. */
  values: Readonly<Record<string, readonly string[]>>
  /** The proof of work that the next submission needs. */
  challenge?: string
}

export const EMPTY_FORM_STATE: FormState = { message: null, issues: {}, values: {} }

/** Server action with the signature of `useActionState`. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
