'use client'

import { type ReactNode, createContext, startTransition, use, useActionState, useEffect, useRef } from 'react'
import { type FormAction, type FormState, EMPTY_FORM_STATE } from './form-state'

const State = createContext<FormState>(EMPTY_FORM_STATE)

/** State from the form's last response. */
export const useFormState = () => use(State)

/** Issues may point to fields on another page. */
const linkTo = (field: string): string => (field.startsWith('/') ? field : `#${field}`)

type Props = {
  action: FormAction
  /** Headings of the error summary; "#" stands for the count. */
  heading: { one: string; many: string; whole: string }
  className?: string
  children: ReactNode
}

/**
 * Form with a server action. Works without JavaScript. With JavaScript it keeps the typed values on every response and
 * focuses the error summary.
 */
export function ActionForm({ action, heading, className, children }: Props) {
  const [state, send, pending] = useActionState(action, EMPTY_FORM_STATE)
  const summary = useRef<HTMLDivElement>(null)
  const issueCount = Object.keys(state.issues).length
  useEffect(() => {
    if (state !== EMPTY_FORM_STATE) summary.current?.focus()
  }, [state])
  return (
    <State value={state}>
      <form
        action={send}
        className={className}
        aria-busy={pending}
        // React resets a form after its action; submitting it manually keeps the values.
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          const form = new FormData(event.currentTarget, submitter)
          if (!pending) startTransition(() => send(form))
        }}
      >
        {(state.message || issueCount > 0) && (
          <div ref={summary} className="form-problem" role="alert" tabIndex={-1}>
            <h2>
              {issueCount === 0
                ? heading.whole
                : issueCount === 1
                  ? heading.one
                  : heading.many.replace('#', String(issueCount))}
            </h2>
            {state.message && <p>{state.message}</p>}
            {issueCount > 0 && (
              <ul>
                {Object.entries(state.issues).map(([field, messages]) => (
                  <li key={field}>{field ? <a href={linkTo(field)}>{messages.join(' ')}</a> : messages.join(' ')}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {children}
      </form>
    </State>
  )
}
