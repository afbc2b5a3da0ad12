'use client'

import type { TextareaHTMLAttributes } from 'react'
import { LabeledField } from './labeled-field'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string
  label: string
  id?: string
  defaultValue?: string
}

/** Multi-line form field. */
export function LongField({ name, label, id, defaultValue, rows = 3, ...area }: Props) {
  return (
    <LabeledField {...{ name, label, id, defaultValue }}>
      {(attributes) => <textarea {...area} {...attributes} rows={rows} />}
    </LabeledField>
  )
}
