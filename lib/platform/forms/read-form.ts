import { cleanField } from '@/lib/platform/text/clean-text'
import type { Field, Plan } from './plan'

/** Text typed into a reference field for which no record is chosen yet: "?Mike Johnson". */
export const unresolvedValue = (value: unknown): string | null =>
  typeof value === 'string' && value.startsWith('?') ? value.slice(1) : null

/** The last field of every form. Without it the form arrived incomplete. */
export const END = '~end'

/** The names of the auxiliary inputs of a field. */
export const withSuffix = {
  typed: (name: string) => `${name}~typed`,
  was: (name: string) => `${name}~was`,
  pick: (name: string) => `${name}~pick`,
  looked: (name: string) => `${name}~looked`,
  order: (name: string) => `${name}~order`,
  rows: (name: string) => `${name}~rows`,
  /** The radio group shared by all rows of a list: "variants.0.preferred" is row 0 of "variants~preferred". */
  oneOf: (name: string) => {
    const [, list, row, property] = /^(.*)\.([^.]+)\.([^.]+)$/.exec(name)!
    return { name: `${list}~${property}`, row: row! }
  },
}

/** A draft's data from its form, including values that are not valid yet. */
export const readForm = (plan: Plan, form: FormData): Record<string, unknown> => readGroup(plan, '', indexed(form))

/** The number of rows that a form declares, over all of its lists. */
export const rowsIn = (form: FormData): number =>
  [...form.keys()].filter((name) => name.endsWith(withSuffix.rows(''))).length

type Form = Pick<FormData, 'get' | 'getAll' | 'has'>

/** Indexes a form by name: FormData scans all of its entries for each lookup. */
const indexed = (form: FormData): Form => {
  const values = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const existing = values.get(name)
    if (existing) existing.push(value)
    else values.set(name, [value])
  }
  return {
    get: (name) => values.get(name)?.[0] ?? null,
    getAll: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  }
}

const readGroup = (fields: Plan, prefix: string, form: Form): Record<string, unknown> => {
  const data: Record<string, unknown> = {}
  for (const field of fields) {
    const value = readField(field, prefix + field.name, form)
    if (value !== undefined) data[field.name] = value
  }
  return data
}

/** The value of an empty field. */
export const blankOf = (field: Field): unknown => readField(field, 'list.0', new FormData())

const readField = (field: Field, name: string, form: Form): unknown => {
  const blank = field.blank === 'null' ? null : undefined
  const text = (key: string) => textIn(form, key)
  const filled = (key: string) => (text(key).trim() ? text(key) : undefined)
  switch (field.kind) {
    case 'text':
    case 'day':
    case 'choice':
      return filled(name) ?? blank
    case 'carried':
      return filled(name) ?? field.first ?? blank
    case 'number':
      return numberIn(text(name)) ?? blank
    case 'yes-no':
      return form.has(name)
    case 'one-of-rows': {
      const { name: shared, row } = withSuffix.oneOf(name)
      return form.get(shared) === row
    }
    case 'choices':
      return inOrder(form.getAll(name).map(String), text(withSuffix.order(name)).split(','))
    case 'lines':
      return text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    case 'bilingual': {
      const [en, es] = [filled(`${name}.en`), filled(`${name}.es`)]
      return en === undefined && es === undefined
        ? blank
        : { ...(en !== undefined && { en }), ...(es !== undefined && { es }) }
    }
    case 'inexact-date': {
      const [edtf, asWritten] = [text(`${name}.edtf`).trim(), filled(`${name}.asWritten`)]
      return !edtf && asWritten === undefined ? blank : { edtf, ...(asWritten !== undefined && { asWritten }) }
    }
    case 'reference':
      return referenceIn(name, form) ?? blank
    case 'group':
      return readGroup(field.fields, `${name}.`, form)
    case 'list':
      // Duplicate row numbers would multiply nested rows.
      return [...new Set(form.getAll(withSuffix.rows(name)))].map(
        (row) => readField(field.item, `${name}.${String(row)}`, form) ?? '',
      )
  }
}

/** The text of an input. Browsers send line ends as CRLF. */
const textIn = (form: Form, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? cleanField(name.split('.'), value).replace(/\r\n?/g, '\n') : ''
}

/** A number, or the text where it is none. */
const numberIn = (text: string): number | string | undefined => {
  const typed = text.trim()
  return typed === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : text
}

/** Codes in their earlier order, new ones last. */
const inOrder = (codes: string[], order: string[]): string[] => {
  const places = new Map(order.map((code, at) => [code, at]))
  const place = (code: string) => places.get(code) ?? order.length
  return [...new Set(codes)].toSorted((a, b) => place(a) - place(b))
}

const referenceIn = (name: string, form: Form): string | undefined => {
  const [id, pick, was] = [textIn(form, name), textIn(form, withSuffix.pick(name)), textIn(form, withSuffix.was(name))]
  const typed = form.has(withSuffix.typed(name)) ? textIn(form, withSuffix.typed(name)).trim() : was.trim()
  if (id && typed === was.trim()) return id
  if (pick && typed === textIn(form, withSuffix.looked(name)).trim()) return pick
  return typed ? `?${typed}` : undefined
}
