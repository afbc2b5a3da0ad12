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
  // Rows that are compared in pairs take hours.
  test('of lists without equal rows are found in time proportional to the rows', () => {
    const rows = (kind: string) => Array.from({ length: 10_000 }, (_, at) => wording(`${kind} ${at}`, at % 2 === 0))
    expect(diff({ variants: rows('one') }, { variants: rows('other') }).length).toBeGreaterThan(10_000)
    expect(diff({ variants: rows('one') }, { variants: rows('one').toReversed() })).toEqual([])
  })
  test('pair each added row with at most one removed row, and leave out no row', () => {
    const row = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())
      .map(([passage, first]) => wording(passage, first))
    const list = fc.array(row, { maxLength: 6 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const lines = diff({ variants: before }, { variants: after })
        const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)
        const added = after.filter((one) => !before.some((other) => same(one, other)))
        const removed = before.filter((one) => !after.some((other) => same(one, other)))
        if (!added.length && !removed.length) expect(lines).toEqual([])
        else expect(lines.length).toBeGreaterThanOrEqual(Math.max(added.length, removed.length))
        expect(new Set(lines.map(({ name }) => name.split('/')[1])).size).toBeLessThanOrEqual(
          added.length + removed.length,
        )
      }),
    )
  })
})
