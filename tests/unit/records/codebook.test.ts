import { expect, test } from 'vitest'
import { fieldMeaning } from '@/components/public/pages/codebook'
import { fieldMeta } from '@/lib/platform/lists/field'
import { RECORD_TYPES } from '@/lib/records/registry'
import { COOPERATION, DUTIES, STANCE_VALUE, isSecond } from '@/lib/vocabularies/stances'

const fields = Object.values(RECORD_TYPES).flatMap(({ name: type, record }) =>
  Object.entries(record.shape).flatMap(([name, schema]) => {
    const meta = fieldMeta(schema)
    return meta ? [{ type, name, meta }] : []
  }),
)

test('every field of every record has a meaning in both languages', () => {
  expect(fields.length).toBeGreaterThan(80)
  for (const { type, name, meta } of fields) {
    const [en, es] = [fieldMeaning(name, meta, 'en'), fieldMeaning(name, meta, 'es')]
    expect(en, `${type}.${name}`).toMatch(/^\p{Lu}.{5,}\.$/u)
    expect(es, `${type}.${name}`).toMatch(/^\p{Lu}.{5,}\.$/u)
    expect(es, `${type}.${name}`).not.toBe(en)
  }
})

test('every stance value says what it means', () => {
  for (const [code, { about }] of Object.entries(STANCE_VALUE)) expect(about.en, code).toMatch(/\.$/)
})

test('two codes share a place of the scale only if one of them is the second', () => {
  const codes = (Object.keys(COOPERATION) as (keyof typeof COOPERATION)[]).filter((code) => COOPERATION[code].step)
  const figures = codes.map((code) => `${COOPERATION[code].step} ${isSecond(code)}`)
  expect(new Set(figures).size).toBe(codes.length)
})

test('a code without a place on a scale goes with no duty', () => {
  for (const code of ['none_found', 'unclear', 'not_reviewed', 'will_not_cooperate'] as const)
    expect(DUTIES[code]).toBeUndefined()
})
