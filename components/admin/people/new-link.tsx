'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormState } from '@/components/admin/action-form'

type Messages = { title: string; about: string; label: string; copy: string; copied: string; failed: string }

/** Shows a newly created secret link once, to be copied. */
export function NewLink({ messages }: { messages: Messages }) {
  const state = useFormState()
  const link = state.values.link?.[0]
  const field = useRef<HTMLInputElement>(null)
  const [{ link: copiedLink, text: statusText }, setStatus] = useState({ link: '', text: '' })
  useEffect(() => {
    if (!link) return
    field.current?.focus()
    field.current?.select()
  }, [link])
  if (!link) return null
  return (
    <div className="new-link" role="group" aria-labelledby="new-link">
      <h2 id="new-link">{messages.title}</h2>
      <p>{messages.about}</p>
      <div className="field">
        <label htmlFor="link">{messages.label}</label>
        <input ref={field} id="link" className="input" readOnly value={link} />
      </div>
      <p className="copy">
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            navigator.clipboard.writeText(link).then(
              () => setStatus({ link, text: messages.copied }),
              () => setStatus({ link, text: messages.failed }),
            )
          }}
        >
          {messages.copy}
        </button>{' '}
        <span role="status">{copiedLink === link && statusText}</span>
      </p>
    </div>
  )
}
