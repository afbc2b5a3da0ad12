'use client'

import { useFormState } from '../action-form'

type Props = {
  name: string
  /** What the answer calls the field. */
  field: string
  label: string
  more: string
  about?: string | undefined
  headings: readonly string[]
  none: string
  chosen?: string | undefined
  example?: string | undefined
}

/** One column of an entry, and the heading that stands for it, with what the first row has there. */
export function ColumnField({ name, field, label, more, about, headings, none, chosen, example }: Props) {
  const { issues, values } = useFormState()
  const wrong = issues[field]
  const described = [about && `${field}-about`, wrong && `${field}-wrong`].filter(Boolean).join(' ')
  return (
    <div className="field import-column" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={field}>
        {label} <span className="quiet">({more})</span>
      </label>
      {about && (
        <p id={`${field}-about`} className="quiet">
          {about}
        </p>
      )}
      {wrong && (
        <p id={`${field}-wrong`} className="field-wrong">
          {wrong.join(' ')}
        </p>
      )}
      <select
        id={field}
        name={name}
        className="input"
        defaultValue={values[name]?.[0] ?? chosen ?? ''}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      >
        <option value="">{none}</option>
        {headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </select>
      {example && <span className="quiet import-example">{example}</span>}
    </div>
  )
}
