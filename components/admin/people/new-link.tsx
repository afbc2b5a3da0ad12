'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormState } from '@/components/admin/action-form'

type Words = { title: string; about: string; label: string; copy: string; copied: string; failed: string }

/** The secret link that an action has just made. It stands here once, to be copied. */
export function NewLink({ words }: { words: Words }) {
  const state = useFormState()
  const link = state.values.link?.[0]
  const field = useRef<HTMLInputElement>(null)
  const [{ of, words: said }, say] = useState({ of: '', words: '' })
  useEffect(() => {
    if (!link) return
    field.current?.focus()
    field.current?.select()
  }, [link])
  if (!link) return null
  return (
    <div className="made-link" role="group" aria-labelledby="made-link">
      <h2 id="made-link">{words.title}</h2>
      <p>{words.about}</p>
      <div className="field">
        <label htmlFor="link">{words.label}</label>
        <input ref={field} id="link" className="input" readOnly value={link} />
      </div>
      <p className="copy">
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            navigator.clipboard.writeText(link).then(
              () => say({ of: link, words: words.copied }),
              () => say({ of: link, words: words.failed }),
            )
          }}
        >
          {words.copy}
        </button>{' '}
        <span role="status">{of === link && said}</span>
      </p>
    </div>
  )
}
