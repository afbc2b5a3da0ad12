import type { z } from 'zod'
import { type FieldMeta, fieldLabel, fieldMeta } from '@/lib/platform/lists/field'
import type { Lang } from '@/lib/platform/i18n/locale'

export type Option = { code: string; label: string; about?: string; group?: string }

/** A field's kind of input. */
export type Kind =
  | { kind: 'text'; long: boolean; most: number | null }
  /** Short texts, one a line. */
  | { kind: 'lines' }
  | { kind: 'number' }
  | { kind: 'day' }
  | { kind: 'yes-no' }
  /** A boolean that is true in exactly one row of its list. */
  | { kind: 'one-of-rows' }
  | { kind: 'choice'; options: Option[] }
  | { kind: 'choices'; options: Option[] }
  | { kind: 'bilingual' }
  | { kind: 'inexact-date' }
  | { kind: 'reference'; type: string }
  /** Set by the server and sent along hidden; `first` until it is set. */
  | { kind: 'carried'; first?: string }
  | { kind: 'group'; special?: string; fields: Field[] }
  | { kind: 'list'; item: Field }

/** A field of a form, derived from a schema: plain JSON for rendering it and reading it back. */
export type Field = Kind & {
  /** The property; empty for the item of a list. */
  name: string
  label: string
  about?: string
  required: boolean
  /** An empty field is stored as null, or its property is absent. */
  blank: 'null' | 'absent'
}

export type Plan = readonly Field[]

/** Lets record types map references, dates and citations. Undefined: derived from the Zod type. */
export type RecognizeField = (property: string, bare: z.ZodType) => Kind | 'group' | undefined

export type Reading = {
  lang: Lang
  recognise: RecognizeField
  /** The public record's schema, which provides labels that the input's lacks. */
  record?: z.ZodType | undefined
  /** The group of an option in its vocabulary. */
  groupOf?: (vocabulary: object, code: string) => string | undefined
}

type Wrapped = { bare: z.ZodType; nullable: boolean; optional: boolean; meta: FieldMeta | undefined }

/** Strips optional and nullable wrappers, and finds the nearest label. */
export const unwrapped = (schema: z.ZodType | undefined): Wrapped => {
  const found: Wrapped = { bare: schema!, nullable: false, optional: false, meta: undefined }
  for (let now = schema; now;) {
    found.meta ??= fieldMeta(now)
    found.bare = now
    const { type } = now.def as { type: string }
    if (type !== 'nullable' && type !== 'optional') break
    if (type === 'nullable') found.nullable = true
    else found.optional = true
    now = (now as z.ZodNullable<z.ZodType>).unwrap()
  }
  return found
}

export const shapeOf = (schema: z.ZodType | undefined): Record<string, z.ZodType> =>
  schema && (schema.def as { type: string }).type === 'object' ? (schema as z.ZodObject).shape : {}

/** The record's property for an input's "placeIds" or "officialId". */
const namesake = (shape: Record<string, z.ZodType>, property: string): z.ZodType | undefined => {
  const stem = property.replace(/Ids?$/, '')
  return shape[property] ?? shape[stem] ?? shape[`${stem}s`] ?? shape[stem.replace(/y$/, 'ies')]
}

/** The fields of an input, in the order of its definition. */
export const planOf = (input: z.ZodType, reading: Reading): Field[] => {
  const record = shapeOf(unwrapped(reading.record).bare)
  return Object.entries(shapeOf(input)).map(([property, schema]) =>
    fieldOf(property, schema, { ...reading, record: namesake(record, property) }),
  )
}

/** Kinds whose property is always present, even when empty. */
const NEVER_ABSENT = new Set<Kind['kind']>(['list', 'lines', 'choices', 'yes-no', 'one-of-rows', 'carried'])

const atLeast = (bare: z.ZodType): number =>
  Math.max(0, ...(bare.def.checks ?? []).map((check) => (check._zod.def as { minimum?: number }).minimum ?? 0))

const fieldOf = (property: string, schema: z.ZodType, reading: Reading): Field => {
  const own = unwrapped(schema)
  const shown = unwrapped(reading.record)
  const meta = own.meta ?? (reading.record && shown.meta)
  const kind = kindOf(property, own, { ...reading, record: reading.record && shown.bare }, meta)
  return {
    ...kind,
    name: property,
    label: meta ? fieldLabel(meta, reading.lang) : property,
    ...(meta?.about && { about: meta.about[reading.lang] }),
    required: !own.nullable && !own.optional && (!NEVER_ABSENT.has(kind.kind) || atLeast(own.bare) > 0),
    blank: own.nullable ? 'null' : 'absent',
  }
}

const kindOf = (property: string, own: Wrapped, reading: Reading, meta?: FieldMeta): Kind => {
  const { bare } = own
  const special = reading.recognise(property, bare)
  if (special && special !== 'group') return special
  const { type } = bare.def as { type: string }
  const options = () => optionsOf(bare, meta, reading)
  if (type === 'boolean') return { kind: 'yes-no' }
  if (type === 'number') return { kind: 'number' }
  if (type === 'enum') return { kind: 'choice', options: options() }
  if (type === 'object') {
    const keys = Object.keys(shapeOf(bare)).join()
    return keys === 'en,es' ? { kind: 'bilingual' } : { kind: 'group', fields: planOf(bare, reading) }
  }
  if (type === 'array') return listOf(property, bare as z.ZodArray<z.ZodType>, reading, meta)
  const { maxLength, format } = bare as z.ZodString
  if (format === 'date') return { kind: 'day' }
  return { kind: 'text', long: (maxLength ?? 0) > 500, most: maxLength }
}

const listOf = (property: string, bare: z.ZodArray<z.ZodType>, reading: Reading, meta?: FieldMeta): Kind => {
  const element = bare.element
  const inner = unwrapped(element).bare
  const { type } = inner.def as { type: string }
  if (type === 'enum') return { kind: 'choices', options: optionsOf(inner, meta, reading) }
  const record = reading.record && (reading.record as z.ZodArray<z.ZodType>).element
  const short = type === 'string' && ((inner as z.ZodString).maxLength ?? 0) <= 500
  if (short && !reading.recognise(property, inner)) return { kind: 'lines' }
  return { kind: 'list', item: { ...fieldOf(property, element, { ...reading, record }), name: '' } }
}

const optionsOf = (bare: z.ZodType, meta: FieldMeta | undefined, { lang, groupOf }: Reading): Option[] => {
  const vocabulary = meta?.vocabulary ?? unwrapped(bare).meta?.vocabulary ?? {}
  return ((bare as z.ZodEnum).options as string[]).map((code) => {
    const term = vocabulary[code]
    const group = groupOf?.(vocabulary, code)
    return {
      code,
      label: term?.[lang] ?? code,
      ...(term?.about && { about: term.about[lang] }),
      ...(group && { group }),
    }
  })
}
