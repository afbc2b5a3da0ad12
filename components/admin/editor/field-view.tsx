'use client'

import { partOf } from '@/lib/platform/forms/write-form'
import type { Field, Plan } from '@/lib/platform/forms/plan'
import { CitationField } from './citation-field'
import { DateField } from './date-field'
import {
  BilingualField,
  ChoiceField,
  ChoicesField,
  DayField,
  LinesField,
  NumberField,
  OneOfRowsField,
  TextField,
  YesNoField,
} from './inputs'
import { ListField } from './list-field'
import { SimilarDrafts } from './similar-drafts'
import { ReferenceField } from './reference-field'

type Props = { field: Field; name: string; value: unknown }

/** Renders a field by its kind. */
export const FieldView = ({ field, name, value }: Props) => {
  switch (field.kind) {
    case 'text':
      return (
        <>
          <TextField field={field} name={name} value={value} />
          {(name === 'name' || name === 'url') && <SimilarDrafts />}
        </>
      )
    case 'lines':
      return <LinesField field={field} name={name} value={value} />
    case 'number':
      return <NumberField field={field} name={name} value={value} />
    case 'day':
      return <DayField field={field} name={name} value={value} />
    case 'yes-no':
      return <YesNoField field={field} name={name} value={value} />
    case 'one-of-rows':
      return <OneOfRowsField field={field} name={name} value={value} />
    case 'choice':
      return <ChoiceField field={field} name={name} value={value} />
    case 'choices':
      return <ChoicesField field={field} name={name} value={value} />
    case 'bilingual':
      return <BilingualField field={field} name={name} value={value} />
    case 'inexact-date':
      return <DateField field={field} name={name} value={value} />
    case 'reference':
      return <ReferenceField field={field} name={name} value={value} />
    case 'carried':
      // React resets hidden inputs to their first value; a textarea keeps the value set by script.
      return <textarea hidden name={name} defaultValue={typeof value === 'string' ? value : ''} />
    case 'group':
      return field.special === 'citation' ? (
        <CitationField field={field} name={name} value={value} />
      ) : (
        <FieldsView fields={field.fields} prefix={`${name}.`} data={value} />
      )
    case 'list':
      return <ListField field={field} name={name} value={value} />
  }
}

export const FieldsView = ({ fields, prefix, data }: { fields: Plan; prefix: string; data: unknown }) =>
  fields.map((field) => (
    <FieldView key={field.name} field={field} name={prefix + field.name} value={partOf(data, field.name)} />
  ))
