'use client'

import type { InputHTMLAttributes, ReactNode } from 'react'
import { useFormState } from './action-form'

type Props = InputHTMLAttributes<HTMLInputElement> & { name: string; label: string; about?: ReactNode }

/** One line of a form: its label, what it is for, what is wrong with it, and the field. */
export function Field({ name, label, about, defaultValue, ...input }: Props) {
  const { issues, values } = useFormState()
  const wrong = issues[name]
  const described = [about && `${name}-about`, wrong && `${name}-wrong`].filter(Boolean).join(' ')
  return (
    <div className="field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={name}>{label}</label>
      {about && (
        <p id={`${name}-about`} className="quiet">
          {about}
        </p>
      )}
      {wrong && (
        <p id={`${name}-wrong`} className="field-wrong">
          {wrong.join(' ')}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        className="input"
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}
