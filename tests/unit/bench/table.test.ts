import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentile, readable } from '@/tests/bench/statistics'
import type { Reading } from '@/tests/bench/measure'
import { growthRows, isMet, markdown, rowOf } from '@/tests/bench/table'
import { DESIGN_SIZE, STRESS_SIZE, STRESS_TARGETS, TARGETS, targetFor } from '@/tests/bench/targets'

test('at most half of the numbers are below the median, and at most half above', () =>
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const middle = median(numbers)
      const below = numbers.filter((one) => one < middle).length
      const above = numbers.filter((one) => one > middle).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2)
    }),
  ))

test('a percentile is one of the numbers', () => {
  const ordered = Array.from({ length: 100 }, (_, at) => at + 1)
  expect([50, 99, 100].map((percent) => percentile(ordered, percent))).toEqual([50, 99, 100])
  expect(percentile([7], 50)).toBe(7)
  expect(percentile([], 50)).toBeNaN()
})

test('a figure is rounded to three significant digits or a whole number', () => {
  expect([12_345.6, 123.4, 12.34, 1.234, Number.NaN].map(readable)).toEqual(['12,346', '123', '12.3', '1.23', '–'])
})

test('a target is met at its limit and missed beyond it', () => {
  expect([1.9, 2, 2.1].map((value) => isMet({ atLeast: 2 }, value))).toEqual([false, true, true])
  expect([1.9, 2, 2.1].map((value) => isMet({ atMost: 2 }, value))).toEqual([true, true, false])
  expect(isMet(undefined, 3)).toBeNull()
})

test('all targets hold at the design size, only the stress targets at the stress size, none below', () => {
  expect(Object.keys(TARGETS).map((id) => targetFor(id, DESIGN_SIZE))).toEqual(Object.values(TARGETS))
  expect(Object.keys(STRESS_TARGETS).map((id) => targetFor(id, STRESS_SIZE))).toEqual(Object.values(STRESS_TARGETS))
  for (const id of Object.keys(TARGETS)) {
    expect(targetFor(id, DESIGN_SIZE - 1)).toBeUndefined()
    expect(targetFor(id, STRESS_SIZE)).toEqual(STRESS_TARGETS[id])
  }
  expect(rowOf({ ...list, value: 150 }, 10_000).met).toBeNull()
})

const list: Reading = {
  id: 'list/joined',
  what: 'A list',
  unit: 'req/s',
  value: 300,
  p99: 12,
  against: { what: 'a join', value: 100 },
}

test('a reading with a reference is compared by its ratio', () => {
  expect(rowOf(list, 200_000)).toMatchObject({ ratio: 3, target: '≥ 2', met: true })
  expect(rowOf({ ...list, value: 150 }, 200_000)).toMatchObject({ ratio: 1.5, met: false })
  expect(rowOf({ ...list, failed: 3 }, 200_000).note).toBe('3 requests failed')
})

test('growth is the ratio of the largest to the smallest size; a single size has none', () => {
  const timed = (value: number): Reading[] => [{ id: 'list p50', what: 'A list', unit: 'ms', value }]
  const [row] = growthRows(
    new Map([
      [1_000_000, timed(6)],
      [10_000, timed(2)],
    ]),
  )
  expect(row).toMatchObject({ ratio: 3, target: '≤ 2', met: false })
  expect(growthRows(new Map([[10_000, timed(2)]]))).toEqual([])
})

test('all lines of a table have the same width', () => {
  const lines = markdown([rowOf(list, 200_000), rowOf({ ...list, id: 'x', what: 'Something longer' }, 10)]).split('\n')
  expect(new Set(lines.map((line) => line.length)).size).toBe(1)
  expect(lines).toHaveLength(4)
})
