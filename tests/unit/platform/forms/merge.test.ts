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
  test('choosing nothing of the other changes nothing, and choosing all of it is the other', () =>
    fc.assert(
      fc.property(entry, entry, (now, other) => {
        const all = new Set(differencesBetween(plan, { now, other, common: undefined }).map(({ path }) => path))
        expect(mergeValues(plan, now, other, new Set())).toEqual(now)
        expect(mergeValues(plan, now, other, all)).toEqual(other)
      }),
    ))

  test('what two people changed in different fields is kept of both, by the choices that are offered first', () => {
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

  test('a part that both changed says so', () => {
    const [one] = differencesBetween(plan, { now: { kind: 'remark' }, other: { kind: 'announcement' }, common: {} })
    expect(one?.changed).toBe('both')
  })
})

describe('a change of rows', () => {
  const two = { placeIds: ['aaaaaaaaaa', 'bbbbbbbbbb'] }
  const after = (asked: string) => applyFieldEdit(plan, two, fieldEditOf(asked)!)
  test('moves, removes and adds a row, and nothing beyond the ends', () => {
    expect(after('up placeIds.1')).toEqual({ placeIds: ['bbbbbbbbbb', 'aaaaaaaaaa'] })
    expect(after('down placeIds.1')).toEqual(two)
    expect(after('remove placeIds.0')).toEqual({ placeIds: ['bbbbbbbbbb'] })
    expect(after('remove placeIds.7')).toEqual(two)
    expect(after('find placeIds.0')).toEqual(two)
    expect(after('add variants')).toMatchObject({ variants: [{ passages: [], citation: {} }] })
  })
  test('of what is no list changes nothing, and what is no change is none', () => {
    expect(after('remove kind.0')).toEqual(two)
    expect(after('add kind')).toEqual(two)
    expect(fieldEditOf('drop everything')).toBeNull()
    expect(fieldEditOf('add ../x')).toBeNull()
  })
})
