'use client'

import type { InputHTMLAttributes, ReactNode } from 'react'
import { LabeledField } from './labeled-field'

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  about?: ReactNode
  defaultValue?: string
}

/** Single-line form field. */
export function Field({ name, label, about, defaultValue, ...input }: Props) {
  return (
    <LabeledField {...{ name, label, about, defaultValue }}>
      {(attributes) => <input {...input} {...attributes} />}
    </LabeledField>
  )
}
