'use client'

import type { ReactNode } from 'react'
import { LabeledField } from './labeled-field'

type Props = {
  name: string
  label: string
  about?: ReactNode
  options: readonly { value: string; label: string }[]
  defaultValue?: string
}

/** Select field of a form. */
export function SelectField({ options, ...field }: Props) {
  return (
    <LabeledField {...field}>
      {(attributes) => (
        <select {...attributes}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </LabeledField>
  )
}
