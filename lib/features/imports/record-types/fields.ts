import type { z } from 'zod'
import { type FieldMeta, fieldMeta } from '@/lib/platform/lists/field'
import { columnName } from '@/lib/platform/files/columns'
import { error } from '@/lib/platform/imports/importer'
import { typeOfLink } from '@/lib/records/record-links'
import { recordFields } from '@/lib/records/shared/reference'
import { type Setter, type Setting, codeIn, items, recordIn } from './cell'

type Shape = Readonly<Record<string, z.ZodType>>
type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Shape; format?: string }
const bare = (schema: z.ZodType): Def => {
  const def = schema.def as unknown as Def
  return def.type === 'nullable' ? bare(def.innerType!) : def
}

/** How the columns of a record type's fields become input: the mirror of how fields become columns. */
export const fieldSetters = (
  record: Shape,
  input: Shape,
  byHand: Readonly<Record<string, readonly Setter[]>>,
): Setter[] =>
  Object.entries(record)
    .filter(([property]) => !(property in recordFields))
    .flatMap(([property, schema]) => byHand[property] ?? setterOf(property, schema, input) ?? [])

const setterOf = (property: string, schema: z.ZodType, input: Shape): Setter | null => {
  const meta = fieldMeta(schema)
  if (!meta) return null
  const name = columnName(property)
  const def = bare(schema)
  const item = def.type === 'array' ? bare(def.element!) : def
  const has = (key: string) => item.shape !== undefined && key in item.shape
  if (has('path')) {
    const link = linkProperty(property, input)
    return link ? linkSetter(name, link) : null
  }
  if (!(property in input)) return null
  if (has('edtf')) return dateSetter(name, (draft) => draft, property)
  if (has('en')) return textSetter(name, property)
  return scalarSetter(name, property, def, item, meta)
}

/** The input's property for records that the public record shows: "serves" is `servesIds`. */
const linkProperty = (property: string, input: Shape): string | undefined =>
  [`${property}Id`, `${property}Ids`, `${property.replace(/s$/, '')}Ids`, `${property.replace(/ies$/, 'y')}Ids`].find(
    (one) => one in input,
  )

/** Other records by id, by address or name, or places by GEOID: whichever cell was written. */
export const linkSetter = (name: string, link: string): Setter => ({
  columns: [name, `${name}_id`, `${name}_geoid`],
  derived: [`${name}_state`],
  set: async (setting) => {
    const { cell, changed, draft } = setting
    const recordType = typeOfLink(link)!
    const order = [`${name}_id`, name, `${name}_geoid`]
    const column = order.find((one) => changed(one) && cell(one)) ?? order.find((one) => cell(one)) ?? name
    const usps = items(cell(`${name}_state`))
    const many = link.endsWith('s')
    const ids: string[] = []
    for (const text of many ? items(cell(column)) : [cell(column)].filter(Boolean)) {
      const id = await recordIn(setting, column, recordType, text, usps.length === 1 ? usps[0] : undefined)
      if (id) ids.push(id)
    }
    draft[link] = many ? ids : (ids[0] ?? null)
  },
})

type Target = Record<string, unknown> | undefined

/** A date: its EDTF form and the source's words; the days that it spans follow from it. */
export const dateSetter = (
  name: string,
  target: (draft: Record<string, unknown>) => Target,
  property: string,
): Setter => ({
  columns: [`${name}_edtf`, `${name}_as_written`],
  derived: [`${name}_earliest`, `${name}_latest`],
  set: ({ cell, draft }) => {
    const of = target(draft)
    if (!of) return
    const asWritten = cell(`${name}_as_written`)
    const edtf = cell(`${name}_edtf`)
    of[property] = edtf ? { edtf, ...(asWritten && { asWritten }) } : null
  },
})

const textSetter = (name: string, property: string): Setter => ({
  columns: [`${name}_en`, `${name}_es`],
  set: ({ cell, draft }) => {
    const [en, es] = [cell(`${name}_en`), cell(`${name}_es`)]
    draft[property] = en || es ? { en, ...(es && { es }) } : null
  },
})

const scalarSetter = (name: string, property: string, def: Def, item: Def, { vocabulary }: FieldMeta): Setter => ({
  columns: [name],
  set: (setting) => {
    const { cell, draft } = setting
    const text = cell(name)
    const one = (value: string) =>
      vocabulary ? codeIn(setting, name, vocabulary, value) : plain(setting, name, item, value)
    if (def.type === 'array')
      draft[property] = items(text)
        .map(one)
        .filter((value) => value !== undefined)
    else draft[property] = text === '' ? null : one(text)
  },
})

const YES = /^(true|yes|sí|si|1)$/i
const NO = /^(false|no|0)$/i

const plain = ({ add }: Setting, name: string, { type }: Def, text: string): unknown => {
  if (type === 'boolean') {
    if (YES.test(text) || NO.test(text)) return YES.test(text)
    add(name, error({ en: `“${text}” is neither true nor false.`, es: `«${text}» no es ni true ni false.` }))
    return undefined
  }
  if (type !== 'number') return text
  if (Number.isFinite(Number(text))) return Number(text)
  add(name, error({ en: `“${text}” is no number.`, es: `«${text}» no es un número.` }))
  return undefined
}
