'use client'

import { LabeledField } from '@/components/admin/labeled-field'

type Props = {
  name: string
  /** Key of the field in the form state's issues. */
  field: string
  label: string
  more: string
  about?: string | undefined
  headings: readonly string[]
  none: string
  chosen?: string | undefined
  example?: string | undefined
}

/** Select for the file column mapped to a record column, with an example from the first row. */
export function ColumnField({ name, field, label, more, about, headings, none, chosen = '', example }: Props) {
  return (
    <LabeledField
      {...{ name, field, about }}
      className="import-column"
      label={
        <>
          {label} <span className="quiet">({more})</span>
        </>
      }
      defaultValue={chosen}
    >
      {(attributes) => (
        <>
          <select {...attributes}>
            <option value="">{none}</option>
            {headings.map((heading) => (
              <option key={heading} value={heading}>
                {heading}
              </option>
            ))}
          </select>
          {example && <span className="quiet import-example">{example}</span>}
        </>
      )}
    </LabeledField>
  )
}
