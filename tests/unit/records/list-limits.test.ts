import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from '@/lib/platform/commands/command'
import { Invalid } from '@/lib/platform/errors/errors'
import { localizeMessage } from '@/components/admin/admin-messages'
import { RECORD_TYPES } from '@/lib/records/registry'

type Json = { type?: string; maxItems?: number; maxLength?: number; properties?: object; items?: object }

/** The paths of all arrays of a schema, with their largest number of items. */
const arraysIn = (schema: unknown, path: string): [path: string, most: number | undefined][] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own =
    (schema as Json).type === 'array' ? [[path, (schema as Json).maxItems] as [string, number | undefined]] : []
  return [...own, ...Object.entries(schema).flatMap(([name, inner]) => arraysIn(inner, `${path}/${name}`))]
}

describe.each(Object.entries(RECORD_TYPES))('an entry of %s', (_, { input }) => {
  test('has a largest number of items in every list', () => {
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' })
    const arrays = arraysIn(schema, '')
    expect(arrays.length).toBeGreaterThan(0)
    expect(arrays.filter(([, most]) => most === undefined || most > 1_000)).toEqual([])
  })
})

test('a statement with too many wordings or passages is rejected with the number that fits, in both languages', () => {
  const { input } = RECORD_TYPES.statements
  const wording = (passages: number) => ({ passages: Array.from({ length: passages }, () => 'a') })
  const issuesOf = (variants: object[]) => {
    try {
      parseInput(input as never, { variants })
    } catch (error) {
      return (error as Invalid).issues
    }
    return {}
  }
  const most = issuesOf(Array.from({ length: 51 }, () => wording(1))).variants!
  expect(most.map((one) => localizeMessage('en', one))).toContainEqual(expect.stringContaining('At most 50 '))
  expect(most.map((one) => localizeMessage('es', one))).toContainEqual(expect.stringContaining('como máximo 50.'))
  const passages = issuesOf([wording(51)])['variants.0.passages']!
  expect(passages.map((one) => localizeMessage('en', one))).toContainEqual(expect.stringContaining('At most 50 '))
  expect(issuesOf([wording(50)])).not.toHaveProperty('variants.0.passages')
})
