'use client'

import type { TextareaHTMLAttributes } from 'react'
import { Labelled } from './labelled'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  name: string
  label: string
  id?: string
  defaultValue?: string
}

/** Multi-line form field. */
export function LongField({ name, label, id, defaultValue, rows = 3, ...area }: Props) {
  return (
    <Labelled {...{ name, label, id, defaultValue }}>
      {(attributes) => <textarea {...area} {...attributes} rows={rows} />}
    </Labelled>
  )
}
