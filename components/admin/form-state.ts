/** What a form is told after it was sent and refused; what was typed comes back with it. */
export type FormState = {
  /** For the whole form. */
  message: string | null
  /** Field → what is wrong and what to do. */
  issues: Readonly<Record<string, readonly string[]>>
  /** What was typed, by field; several values where the field has several. Passwords and files don't come back. */
  values: Readonly<Record<string, readonly string[]>>
}

export const FRESH: FormState = { message: null, issues: {}, values: {} }

/** A server action as `useActionState` calls it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
