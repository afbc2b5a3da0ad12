import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { publishOrder } from '@/lib/records/publish-order'
import { typeOfLink } from '@/lib/records/record-links'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/**
 * A file `prisma/content/<record type>/<key>.json`, which has keys where the input has ids. A place's key is its path.
 */
export type ContentFile = { type: RecordTypeName; key: string; data: unknown }

/**
 * All files of a content folder in the order of the record types. Within a type, link targets come first. A type needs no
 * content.
 */
export const readContent = async (dir: string): Promise<ContentFile[]> => {
  const files: ContentFile[] = []
  const folders = await readdir(dir)
  for (const type of publishOrder().filter((one) => folders.includes(one))) {
    const names = (await readdir(join(dir, type))).filter((name) => name.endsWith('.json')).sort()
    const found = await Promise.all(names.map((name) => readOne(dir, type, name.slice(0, -'.json'.length))))
    files.push(...namedFirst(found))
  }
  return files
}

const readOne = async (dir: string, type: RecordTypeName, key: string): Promise<ContentFile> => {
  const text = await readFile(join(dir, type, `${key}.json`), 'utf8')
  try {
    return { type, key, data: JSON.parse(text) }
  } catch (cause) {
    throw new Error(`${type}/${key}.json is not JSON.`, { cause })
  }
}

const namedFirst = (files: ContentFile[]): ContentFile[] => {
  const left = new Map(files.map((file) => [file.key, file]))
  const sorted: ContentFile[] = []
  const take = (file: ContentFile) => {
    if (!left.delete(file.key)) return
    for (const { type, key } of namesIn(file.data)) {
      const named = type === file.type ? left.get(key) : undefined
      if (named) take(named)
    }
    sorted.push(file)
  }
  files.forEach(take)
  return sorted
}

/** All records that a file links to. */
export const namesIn = (data: unknown): { type: RecordTypeName; key: string }[] =>
  data === null || typeof data !== 'object'
    ? []
    : Object.entries(data).flatMap(([name, value]) => {
        const type = typeOfLink(name)
        return type ? [value].flat().map((key) => ({ type, key: String(key) })) : namesIn(value)
      })

/** Converts a file to its type's input: fills omitted fields with null or an empty list, and resolves keys to ids. */
export const resolve = (file: ContentFile, idFor: (type: RecordTypeName, key: string) => string): unknown => {
  const fill = (schema: z.ZodType, value: unknown, path: string[]): unknown => {
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
      return value === null || value === undefined ? value : fill(schema.unwrap() as z.ZodType, value, path)
    if (schema instanceof z.ZodArray && Array.isArray(value))
      return value.map((one, at) => fill(schema.element as z.ZodType, one, [...path, String(at + 1)]))
    if (!(schema instanceof z.ZodObject) || value === null || typeof value !== 'object') return value
    const given = value as Record<string, unknown>
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
      const here = [...path, name]
      const type = typeOfLink(name)
      if (!(name in given)) return [name, leftOut(field)]
      return [name, type ? toIds(type, given[name], here) : fill(field, given[name], here)]
    })
    return { ...given, ...Object.fromEntries(fields.filter(([, one]) => one !== undefined)) }
  }
  const toIds = (type: RecordTypeName, keys: unknown, path: string[]): unknown => {
    if (Array.isArray(keys)) return keys.map((one, at) => toIds(type, one, [...path, String(at + 1)]))
    if (keys === null) return null
    try {
      return idFor(type, z.string().parse(keys))
    } catch (cause) {
      const where = `${file.type}/${file.key}.json, ${path.join(' › ')}`
      throw new Error(`${where}: there is no record ${JSON.stringify(keys)} in ${type}.`, { cause })
    }
  }
  return fill(RECORD_TYPES[file.type].input, file.data, [])
}

/**
 * The value of an omitted field: null or an empty list if the schema accepts it. Otherwise it stays missing and
 * parsing fails.
 */
const leftOut = (field: z.ZodType): null | [] | undefined => {
  if (field.safeParse(undefined).success) return undefined
  if (field.safeParse(null).success) return null
  return field.safeParse([]).success ? [] : undefined
}
