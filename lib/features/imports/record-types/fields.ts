import type { z } from 'zod'
import { type FieldMeta, fieldMeta } from '@/lib/platform/lists/field'
import { columnName } from '@/lib/platform/files/columns'
import { error } from '@/lib/platform/imports/importer'
import { typeOfLink } from '@/lib/records/record-links'
import { recordFields } from '@/lib/records/shared/reference'
import { type Setter, type Setting, codeIn, dateSetter, items, linkSetter } from '@/lib/records/shared/import-setters'
import { localizedText } from '@/lib/platform/i18n/translate'

type Shape = Readonly<Record<string, z.ZodType>>
type Def = { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Shape; format?: string }
const bare = (schema: z.ZodType): Def => {
  const def = schema.def as unknown as Def
  return def.type === 'nullable' ? bare(def.innerType!) : def
}

/** The setters of a record type's columns, the inverse of `columnsOf`. */
export const fieldSetters = (
  record: Shape,
  input: Shape,
  byHand: Readonly<Record<string, readonly Setter[]>> = {},
): Setter[] =>
  Object.entries(record).flatMap(
    ([property, schema]) =>
      byHand[property] ?? (property in recordFields ? [] : (setterOf(property, schema, input) ?? [])),
  )

const setterOf = (property: string, schema: z.ZodType, input: Shape): Setter | null => {
  const meta = fieldMeta(schema)
  if (!meta) return null
  const name = columnName(property)
  const def = bare(schema)
  const item = def.type === 'array' ? bare(def.element!) : def
  const has = (key: string) => item.shape !== undefined && key in item.shape
  if (has('path')) {
    const link = linkProperty(property, input)
    return link ? linkSetter(name, link, typeOfLink(link)!) : null
  }
  if (!(property in input)) return null
  if (has('edtf')) return dateSetter(name, (draft) => draft, property)
  if (has('en')) return textSetter(name, property)
  return scalarSetter(name, property, def, item, meta)
}

/** The input's link property for a record's property: `servesIds` for "serves". */
const linkProperty = (property: string, input: Shape): string | undefined =>
  [`${property}Id`, `${property}Ids`, `${property.replace(/s$/, '')}Ids`, `${property.replace(/ies$/, 'y')}Ids`].find(
    (one) => one in input,
  )

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
    add(name, error(localizedText('importers.exports.notBoolean', { text })))
    return undefined
  }
  if (type !== 'number') return text
  if (Number.isFinite(Number(text))) return Number(text)
  add(name, error(localizedText('importers.exports.notNumber', { text })))
  return undefined
}
