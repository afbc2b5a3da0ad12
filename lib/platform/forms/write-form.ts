import type { Field, Plan } from './plan'
import { END, withSuffix, unresolvedValue } from './read-form'

/** A record's title by its id. */
export type NameOf = (id: string) => string

/** Any value as a text field shows it. */
export const typedText = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** A property of a value that may not be an object. */
export const partOf = (value: unknown, property: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[property] : undefined

export const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const codesIn = (value: unknown): string[] => rowsOf(value).map(typedText)

/** The entries that a browser would send for a form with this data. */
export const formOf = (plan: Plan, data: unknown, nameOf: NameOf = (id) => id): FormData => {
  const form = new FormData()
  for (const field of plan) write(form, field, field.name, partOf(data, field.name), nameOf)
  form.append(END, '1')
  return form
}

const write = (form: FormData, field: Field, name: string, value: unknown, nameOf: NameOf): void => {
  const put = (key: string, text: string) => form.append(key, text)
  switch (field.kind) {
    case 'yes-no':
      return value === true ? put(name, 'yes') : undefined
    case 'one-of-rows': {
      const { name: shared, row } = withSuffix.oneOf(name)
      return value === true ? form.set(shared, row) : undefined
    }
    case 'choices':
      codesIn(value).forEach((code) => put(name, code))
      return put(withSuffix.order(name), codesIn(value).join(','))
    case 'lines':
      return put(name, codesIn(value).join('\n'))
    case 'bilingual':
      put(`${name}.en`, typedText(partOf(value, 'en')))
      return put(`${name}.es`, typedText(partOf(value, 'es')))
    case 'inexact-date':
      put(`${name}.edtf`, typedText(partOf(value, 'edtf')))
      return put(`${name}.asWritten`, typedText(partOf(value, 'asWritten')))
    case 'reference': {
      const words = unresolvedValue(value)
      const id = words === null ? typedText(value) : ''
      put(name, id)
      put(withSuffix.typed(name), words ?? (id && nameOf(id)))
      return put(withSuffix.was(name), id && nameOf(id))
    }
    case 'group':
      return field.fields.forEach((one) => write(form, one, `${name}.${one.name}`, partOf(value, one.name), nameOf))
    case 'list':
      return rowsOf(value).forEach((one, row) => {
        put(withSuffix.rows(name), String(row))
        write(form, field.item, `${name}.${row}`, one, nameOf)
      })
    default:
      return put(name, typedText(value))
  }
}
