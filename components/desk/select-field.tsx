'use client'

import type { ReactNode } from 'react'
import { useFormState } from './action-form'

type Props = {
  name: string
  label: string
  about?: ReactNode
  options: readonly { value: string; label: string }[]
  defaultValue?: string
}

/** A choice of one in a form. */
export function SelectField({ name, label, about, options, defaultValue }: Props) {
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
      <select
        id={name}
        name={name}
        className="input"
        defaultValue={values[name]?.[0] ?? defaultValue}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
