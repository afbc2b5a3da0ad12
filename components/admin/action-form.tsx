'use client'

import { type ReactNode, createContext, startTransition, use, useActionState, useEffect, useRef } from 'react'
import { type FormAction, type FormState, FRESH } from './form-state'

const State = createContext<FormState>(FRESH)

/** What the last answer said of this form. */
export const useFormState = () => use(State)

/** A field of this form, or one on another page. */
const linkTo = (field: string): string => (field.startsWith('/') ? field : `#${field}`)

type Props = {
  action: FormAction
  /** "{count} things need correcting", as this language says it. */
  heading: { one: string; many: string; whole: string }
  className?: string
  children: ReactNode
}

/**
 * A form that a server action answers. Without JavaScript it is sent as any form. With it, what was typed stays in the
 * fields whatever the answer is, and the summary of what needs correcting gets the focus.
 */
export function ActionForm({ action, heading, className, children }: Props) {
  const [state, send, pending] = useActionState(action, FRESH)
  const summary = useRef<HTMLDivElement>(null)
  const wrong = Object.keys(state.issues).length
  useEffect(() => {
    if (state !== FRESH) summary.current?.focus()
  }, [state])
  return (
    <State value={state}>
      <form
        action={send}
        className={className}
        aria-busy={pending}
        // React empties a form after its action; sent like this, it leaves the fields as they are.
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          const form = new FormData(event.currentTarget, submitter)
          if (!pending) startTransition(() => send(form))
        }}
      >
        {(state.message || wrong > 0) && (
          <div ref={summary} className="form-problem" role="alert" tabIndex={-1}>
            <h2>
              {wrong === 0 ? heading.whole : wrong === 1 ? heading.one : heading.many.replace('#', String(wrong))}
            </h2>
            {state.message && <p>{state.message}</p>}
            {wrong > 0 && (
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
