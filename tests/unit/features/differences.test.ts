import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from '@/lib/features/editing/differences'
import { formPlan } from '@/lib/features/editing/form-plans'

const { fields } = formPlan('statements', 'en')
const names = (type: string, id: string) => `${type} ${id}`
const diff = (before: unknown, after: unknown) => differences(fields, before, after, 'en', names)
const wording = (passage: string, preferred: boolean) => ({
  passages: [passage],
  preferred,
  reason: null,
  citation: { sourceId: 'source0001', exact: passage, fidelity: 'fragment', found: 'found' },
})
const data = {
  kind: 'remark',
  summary: { en: 'The chief has no plans.', es: 'El jefe no tiene planes.' },
  date: { edtf: '2024-11', asWritten: 'in November' },
  speakers: [{ officialId: 'official01', organizationId: null, asPrinted: null }],
  variants: [wording('no plans', true), wording('no plan', false)],
}

describe('the differences between two versions', () => {
  test('are empty for equal data in any property order', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => diff(value, value).length === 0))
    expect(diff(data, Object.fromEntries(Object.entries(data).toReversed()))).toEqual([])
  })
  test('use field labels, and names instead of ids', () => {
    const after = { ...data, summary: { ...data.summary, es: 'Sin planes.' }, date: { edtf: '2024-11-22' } }
    expect(diff(data, after).map(({ before, after: now }) => [before, now])).toEqual(
      expect.arrayContaining([
        ['2024-11 (“in November”)', '2024-11-22'],
        ['El jefe no tiene planes.', 'Sin planes.'],
      ]),
    )
    expect(diff(data, after)).toHaveLength(2)
    const other = { ...data, speakers: [{ ...data.speakers[0], officialId: 'official02' }] }
    expect(diff(data, other)).toEqual([
      expect.objectContaining({ before: 'officials official01', after: 'officials official02' }),
    ])
  })
  test('are one added wording, if one was inserted before the others', () => {
    const changes = diff(data, { ...data, variants: [wording('none', false), ...data.variants] })
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.every(({ before }) => before === null)).toBe(true)
  })
  test('never throw on incomplete drafts', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(diff(data, value))))
  })
})
