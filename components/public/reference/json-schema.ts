import type { Lang } from '@/lib/platform/i18n/locale'

/** Subset of JSON Schema that the reference renders. */
export type JsonSchema = {
  type?: string | string[]
  title?: string
  description?: string
  'x-title-es'?: string
  enum?: string[]
  const?: unknown
  format?: string
  items?: JsonSchema
  anyOf?: JsonSchema[]
  $ref?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
}

const nameIn = (ref: string): string => ref.split('/').at(-1)!

/** One-line type: "Ref[] | null", "string (date)", "mayor, sheriff". */
export const typeLabel = (schema: JsonSchema): string => {
  if (schema.$ref) return nameIn(schema.$ref)
  if (schema.anyOf) return schema.anyOf.map(typeLabel).join(' | ')
  if (schema.enum) return schema.enum.join(', ')
  if (schema.items) return schema.items.enum ? typeLabel(schema.items) : `${typeLabel(schema.items)}[]`
  const type = [schema.type ?? 'object'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

/** Name of the schema that a property references, directly, nullable or as a list. */
export const targetOf = ({ $ref, items, anyOf }: JsonSchema): string | null => {
  if ($ref) return nameIn($ref)
  if (items) return targetOf(items)
  return anyOf?.map(targetOf).find(Boolean) ?? null
}

export const titleLabel = (schema: JsonSchema, lang: Lang): string =>
  (lang === 'es' ? schema['x-title-es'] : undefined) ?? schema.title ?? schema.description ?? ''
