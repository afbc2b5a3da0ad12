'use client'

import type { ReactNode } from 'react'
import { useFormState } from './action-form'

/** What a field takes from its form: its place, what was typed, and where its explanation stands. */
type FieldAttributes = {
  id: string
  name: string
  className: 'input'
  defaultValue: string | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

type Props = {
  name: string
  label: string
  about?: ReactNode
  /** Where a page has several forms with this field. */
  id?: string | undefined
  defaultValue?: string | undefined
  children: (attributes: FieldAttributes) => ReactNode
}

/** A field of a form with its label, what it is for, and what is wrong with it. */
export function Labelled({ name, label, about, id = name, defaultValue, children }: Props) {
  const { issues, values } = useFormState()
  const wrong = issues[name]
  const described = [about && `${id}-about`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className="field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {about && (
        <p id={`${id}-about`} className="quiet">
          {about}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong.join(' ')}
        </p>
      )}
      {children({
        id,
        name,
        className: 'input',
        defaultValue: values[name]?.[0] ?? defaultValue,
        'aria-invalid': wrong ? true : undefined,
        'aria-describedby': described || undefined,
      })}
    </div>
  )
}
