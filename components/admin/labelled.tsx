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
  /** What the answer calls the field, where that is not its name. */
  field?: string
  label: ReactNode
  about?: ReactNode
  /** Where a page has several forms with this field. */
  id?: string | undefined
  className?: string
  defaultValue?: string | undefined
  children: (attributes: FieldAttributes) => ReactNode
}

/** A field of a form with its label, what it is for, and what is wrong with it. */
export function Labelled({ name, field = name, label, about, id = field, className, defaultValue, children }: Props) {
  const { issues, values } = useFormState()
  const wrong = issues[field]
  const described = [about && `${id}-about`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={className ? `field ${className}` : 'field'} data-wrong={wrong ? '' : undefined}>
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
