'use client'

import type { ReactNode } from 'react'
import { useFormState } from './action-form'

/** Attributes that a field passes to its input: id, previous value and ARIA references. */
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
  /** Key of the field in the form state, where it differs from `name`. */
  field?: string
  label: ReactNode
  about?: ReactNode
  /** Needed where several forms on a page have this field. */
  id?: string | undefined
  className?: string
  defaultValue?: string | undefined
  children: (attributes: FieldAttributes) => ReactNode
}

/** Field with label, description and error message. */
export function LabeledField({
  name,
  field = name,
  label,
  about,
  id = field,
  className,
  defaultValue,
  children,
}: Props) {
  const { issues, values } = useFormState()
  const messages = issues[field]
  const describedBy = [about && `${id}-about`, messages && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={className ? `field ${className}` : 'field'} data-wrong={messages ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {about && (
        <p id={`${id}-about`} className="quiet">
          {about}
        </p>
      )}
      {messages && (
        <p id={`${id}-wrong`} className="field-wrong">
          {messages.join(' ')}
        </p>
      )}
      {children({
        id,
        name,
        className: 'input',
        defaultValue: values[name]?.[0] ?? defaultValue,
        'aria-invalid': messages ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
    </div>
  )
}
