import type { z } from 'zod'
import { type FieldMeta, fieldLabel, fieldMeta } from '@/lib/platform/lists/field'
import type { Lang } from '@/lib/platform/i18n/locale'

export type Option = { code: string; label: string; about?: string; group?: string }

/** What is written into a field. */
export type Kind =
  | { kind: 'text'; long: boolean; most: number | null }
  /** A few short texts, one on each line. */
  | { kind: 'lines' }
  | { kind: 'number' }
  | { kind: 'day' }
  | { kind: 'yes-no' }
  /** True in one row of its list, and false in the others. */
  | { kind: 'one-of-rows' }
  | { kind: 'choice'; options: Option[] }
  | { kind: 'choices'; options: Option[] }
  | { kind: 'bilingual' }
  | { kind: 'inexact-date' }
  | { kind: 'reference'; type: string }
  /** Set by the server, and only carried along; `first` as long as it was not set. */
  | { kind: 'carried'; first?: string }
  | { kind: 'group'; special?: string; fields: Field[] }
  | { kind: 'list'; item: Field }

/** A field of a form: all that is needed to draw it and to read it back. Plain JSON, made from a definition. */
export type Field = Kind & {
  /** The property that it fills; for the rows of a list, empty. */
  name: string
  label: string
  about?: string
  required: boolean
  /** What the data has while nothing is written: null, or no such property. */
  blank: 'null' | 'absent'
}

export type Plan = readonly Field[]

/** What the record types know beyond the type: references, dates, citations. Undefined: as its type says. */
export type RecognizeField = (property: string, bare: z.ZodType) => Kind | 'group' | undefined

export type Reading = {
  lang: Lang
  recognise: RecognizeField
  /** The public record: it has the labels where the input has none of its own. */
  record?: z.ZodType | undefined
  /** The group of an option in its vocabulary. */
  groupOf?: (vocabulary: object, code: string) => string | undefined
}

type Wrapped = { bare: z.ZodType; nullable: boolean; optional: boolean; meta: FieldMeta | undefined }

/** A schema without what is wrapped around it, and the nearest label. */
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

/** How the record calls what an input calls "placeIds" or "officialId". */
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

/** What may stay empty although its property is always there. */
const MANY = new Set<Kind['kind']>(['list', 'lines', 'choices', 'yes-no', 'one-of-rows', 'carried'])

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
    required: !own.nullable && !own.optional && (!MANY.has(kind.kind) || atLeast(own.bare) > 0),
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
