import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOn } from '@/lib/features/compare/as-of'
import { MAX_PLACES, compareAddress, isDay, readCompareQuery } from '@/lib/features/compare/compare-query'
import { intervalOf } from '@/lib/text/edtf'

const from = (edtf: string) => ({ edtf, asWritten: null, ...intervalOf(edtf)! })
const UNKNOWN: ReturnType<typeof from> = { edtf: '../..', earliest: null, latest: null, asWritten: null }
const stance = (id: string, edtf: string | null, next?: string, until?: string) => ({
  id,
  asOf: UNKNOWN,
  from: edtf === null ? null : from(edtf),
  until: until === undefined ? null : from(until),
  supersededBy: next ? { id: next, path: `/stances/${next}`, name: next } : null,
})

describe('the compare query', () => {
  test('accepts any query string', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 6 }), fc.constant(undefined))
    fc.assert(
      fc.property(fc.record({ place: value, on: value }), (query) => {
        const { paths, on, ignored } = readCompareQuery(query)
        expect(paths.length).toBeLessThanOrEqual(MAX_PLACES)
        expect(paths.every((one) => /^\/[a-z]{2}/.test(one))).toBe(true)
        expect(on === null || isDay(on)).toBe(true)
        expect(ignored.length).toBeLessThanOrEqual(10)
      }),
    )
  })
  test('valid parameters are kept in the canonical URL', () => {
    const path = fc.constantFrom('/tx', '/tx/el-paso', '/nv/las-vegas', '/ne/omaha', '/il/chicago')
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: MAX_PLACES }), fc.constantFrom(null, '2025-03-01'), (paths, on) => {
        const query = new URL(compareAddress(paths, on), 'http://localhost').searchParams
        const again = readCompareQuery({ place: query.getAll('place'), on: query.get('on') ?? undefined })
        expect(again).toEqual({ paths, on, ignored: [] })
      }),
    )
  })
  test('a fifth place, an invalid date and unknown parameters are reported', () => {
    const place = ['/tx', '/ca', '/il', '/ne', '/ny', 'Texas']
    expect(readCompareQuery({ place, on: '2025-02-30' }).ignored).toEqual(['Texas', '/ny', '2025-02-30'])
  })
})

describe('a stance on a past day', () => {
  const on = (day: string | null, one: ReturnType<typeof stance>, ...others: ReturnType<typeof stance>[]) =>
    standingOn(one, day, [one, ...others])

  test('applies from its date', () => {
    expect(on('2025-01-20', stance('a', '2025-01-21'))).toBe('not')
    expect(on('2025-01-21', stance('a', '2025-01-21'))).toBe('applied')
  })
  test('an imprecise date stays imprecise', () => {
    expect(on('2024-10-31', stance('a', '2024-11'))).toBe('not')
    expect(on('2024-11-10', stance('a', '2024-11'))).toBe('perhaps')
    expect(on('2024-11-30', stance('a', '2024-11'))).toBe('applied')
    expect(on('2025-01-10', stance('a', '../2025-01-31'))).toBe('perhaps')
    expect(on('2025-07-01', stance('a', '2025-06-17/..'))).toBe('applied')
    expect(on('2025-07-01', stance('a', null))).toBe('undated')
  })
  test('without a start, applies from the day of its evidence', () => {
    const read = { ...stance('a', null), asOf: from('2026-11-30') }
    expect(on('2026-11-29', read)).toBe('not')
    expect(on('2026-11-30', read)).toBe('applied')
  })
  test('ends where an end is known', () => {
    const ended = stance('a', '2025-01-21', undefined, '2025-06-16')
    expect(on('2025-06-16', ended)).toBe('applied')
    expect(on('2025-06-17', ended)).toBe('not')
    expect(on(null, ended)).toBe('not')
  })
  test('ends on the day its successor begins', () => {
    const [old, next] = [stance('a', '2025-01-21', 'b'), stance('b', '2025-06-16')]
    expect(on('2025-06-15', old, next)).toBe('applied')
    expect(on('2025-06-16', old, next)).toBe('not')
    expect(on('2025-06-15', next, old)).toBe('not')
    expect(on('2025-06-10', old, stance('b', '2025-06'))).toBe('perhaps')
    expect(on(null, old, next)).toBe('not')
    expect(on(null, next, old)).toBe('applied')
  })
})
