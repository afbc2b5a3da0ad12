import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formPlan } from '@/lib/features/editing/form-plans'
import { applyFieldEdit, fieldEditOf } from '@/lib/platform/forms/field-change'
import { differencesBetween, mergeValues } from '@/lib/platform/forms/merge'

const plan = formPlan('statements', 'en').fields
const text = fc.constantFrom('one', 'two', 'three words here')
const entry = fc.record({
  kind: fc.constantFrom('remark', 'announcement'),
  summary: fc.record({ en: text, es: text }),
  topics: fc.subarray(['detainers', 'jail-access']),
  placeIds: fc.array(fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb'), { maxLength: 3 }),
  speakers: fc.array(fc.record({ asPrinted: text, officialId: fc.constant(null), organizationId: fc.constant(null) }), {
    maxLength: 2,
  }),
  date: fc.option(fc.record({ edtf: text })),
})

describe('two states of one entry', () => {
  test('selecting nothing keeps this state, and selecting everything gives the other', () =>
    fc.assert(
      fc.property(entry, entry, (now, other) => {
        const all = new Set(differencesBetween(plan, { now, other, common: undefined }).map(({ path }) => path))
        expect(mergeValues(plan, now, other, new Set())).toEqual(now)
        expect(mergeValues(plan, now, other, all)).toEqual(other)
      }),
    ))

  test('the default selection keeps both users’ changes in different fields', () => {
    const common = { summary: { en: 'One.' }, kind: 'remark', notes: [], placeIds: ['aaaaaaaaaa'] }
    const now = { ...common, kind: 'announcement' }
    const other = { ...common, summary: { en: 'One.', es: 'Uno.' }, placeIds: ['aaaaaaaaaa', 'bbbbbbbbbb'] }
    const found = differencesBetween(plan, { now, other, common })
    expect(found.map(({ path, changed: who }) => [path, who])).toEqual([
      ['kind', 'now'],
      ['summary.es', 'other'],
      ['placeIds.1', 'other'],
    ])
    const takes = new Set(found.filter((one) => one.changed === 'other').map(({ path }) => path))
    expect(mergeValues(plan, now, other, takes)).toEqual({ ...other, kind: 'announcement' })
  })

  test('a field that both changed is flagged', () => {
    const [one] = differencesBetween(plan, { now: { kind: 'remark' }, other: { kind: 'announcement' }, common: {} })
    expect(one?.changed).toBe('both')
  })
})

describe('a change of rows', () => {
  const two = { placeIds: ['aaaaaaaaaa', 'bbbbbbbbbb'] }
  const after = (asked: string) => applyFieldEdit(plan, two, fieldEditOf(asked)!)
  test('moves, removes and adds a row, within bounds', () => {
    expect(after('up placeIds.1')).toEqual({ placeIds: ['bbbbbbbbbb', 'aaaaaaaaaa'] })
    expect(after('down placeIds.1')).toEqual(two)
    expect(after('remove placeIds.0')).toEqual({ placeIds: ['bbbbbbbbbb'] })
    expect(after('remove placeIds.7')).toEqual(two)
    expect(after('find placeIds.0')).toEqual(two)
    expect(after('add variants')).toMatchObject({ variants: [{ passages: [], citation: {} }] })
  })
  test('of a non-list changes nothing, and an invalid change is ignored', () => {
    expect(after('remove kind.0')).toEqual(two)
    expect(after('add kind')).toEqual(two)
    expect(fieldEditOf('drop everything')).toBeNull()
    expect(fieldEditOf('add ../x')).toBeNull()
  })
})
