import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { RECORD_TYPES } from '@/lib/records/registry'
import { fieldMeta } from '@/lib/platform/lists/field'
import type { AnyRecordType } from '@/lib/platform/publishing/record-type'
import { identifier as quoted, sql } from '@/lib/platform/database/sql'
import { testDatabase } from '@/tests/integration/database'
import { makeWorld } from '@/tests/integration/world'

await testDatabase()
await makeWorld()

const types: [string, AnyRecordType][] = Object.entries(RECORD_TYPES)

/** Every object schema inside a schema, itself first. */
const objects = (schema: z.ZodType): z.ZodObject[] => {
  if (schema instanceof z.ZodObject)
    return [schema, ...Object.values(schema.shape as Record<string, z.ZodType>).flatMap(objects)]
  if (schema instanceof z.ZodArray) return objects(schema.element as z.ZodType)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return objects(schema.unwrap() as z.ZodType)
  return []
}

describe.each(types)('%s', (name, type) => {
  test('is registered under its own name', () => expect(type.name).toBe(name))

  test('has a record schema with an OpenAPI id and the common fields', () => {
    const record = type.record as z.ZodObject
    expect(record.meta()?.id).toMatch(/^[A-Z]\w+$/)
    expect(Object.keys(record.shape)).toEqual(
      expect.arrayContaining(['id', 'path', 'version', 'publishedAt', 'updatedAt']),
    )
  })

  test('names its fields in both languages', () => {
    const { shape } = type.record as z.ZodObject
    const named = Object.values(shape as Record<string, z.ZodType>)
      .map(fieldMeta)
      .filter((meta) => meta !== undefined)
    expect(named.length).toBeGreaterThan(5)
    for (const meta of named)
      expect(
        [meta.title, meta.es].every((words) => words.trim().length > 0),
        meta.title,
      ).toBe(true)
  })

  test('explains every code in both languages', () => {
    const vocabularies = objects(type.record).flatMap(({ shape }) =>
      Object.values(shape as Record<string, z.ZodType>).flatMap((one) => [fieldMeta(one)?.vocabulary ?? {}].flat()),
    )
    for (const vocabulary of vocabularies)
      for (const [code, term] of Object.entries(vocabulary)) {
        expect([term.en, term.es].every(Boolean), code).toBe(true)
        expect(Boolean(term.about?.en), code).toBe(Boolean(term.about?.es))
      }
  })

  test('rejects unknown fields', () => {
    const { error } = type.input.safeParse({ isAdmin: true })
    expect(error!.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
  })

  test('has a table whose cards are public records, with path and search text', async () => {
    const rows = await sql`SELECT card, path, version, search IS NOT NULL AS found FROM ${table(type)}`.rows<{
      card: unknown
      path: string
      version: number
      found: boolean
    }>()
    expect(rows.length).toBeGreaterThan(0)
    for (const { card, path, version, found } of rows) {
      const record = type.record.parse(card)
      expect(record).toEqual(card)
      expect(record).toMatchObject({ path, version })
      expect(found).toBe(true)
    }
  })

  test('has version 1 of each record in the history', async () => {
    const missing = await sql`
      SELECT id FROM ${table(type)} WHERE id NOT IN (SELECT record_id FROM revision WHERE type = ${name} AND version = 1)`.rows()
    expect(missing).toEqual([])
  })
})

const table = (type: AnyRecordType) => quoted(type.table)
