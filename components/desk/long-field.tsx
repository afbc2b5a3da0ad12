'use client'

import type { TextareaHTMLAttributes } from 'react'
import { useFormState } from './action-form'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string
  label: string
  /** Where a page has several forms with this field. */
  id?: string
}

/** Several lines of a form: the label, what is wrong with them, and the field. */
export function LongField({ name, label, id = name, defaultValue, rows = 3, ...area }: Props) {
  const { issues, values } = useFormState()
  const wrong = issues[name]
  return (
    <div className="field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {wrong && (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong.join(' ')}
        </p>
      )}
      <textarea
        {...area}
        id={id}
        name={name}
        rows={rows}
        className="input"
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      />
    </div>
  )
}
