import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentile, readable } from '@/tests/bench/figures'
import type { Reading } from '@/tests/bench/measure'
import { growthRows, isMet, markdown, rowOf } from '@/tests/bench/table'

test('as many numbers are below the median as above it', () =>
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const middle = median(numbers)
      const below = numbers.filter((one) => one < middle).length
      const above = numbers.filter((one) => one > middle).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2)
    }),
  ))

test('a percentile is one of the numbers, and so many of them are not above it', () => {
  const ordered = Array.from({ length: 100 }, (_, at) => at + 1)
  expect([50, 99, 100].map((percent) => percentile(ordered, percent))).toEqual([50, 99, 100])
  expect(percentile([7], 50)).toBe(7)
  expect(percentile([], 50)).toBeNaN()
})

test('a figure has as many digits as say something', () => {
  expect([12_345.6, 123.4, 12.34, 1.234, Number.NaN].map(readable)).toEqual(['12,346', '123', '12.3', '1.23', '–'])
})

test('a target is reached at its very value, missed beyond it, and silent for sizes that it does not name', () => {
  expect([1.9, 2, 2.1].map((value) => isMet({ atLeast: 2 }, value, 10))).toEqual([false, true, true])
  expect([1.9, 2, 2.1].map((value) => isMet({ atMost: 2 }, value, 10))).toEqual([true, true, false])
  expect(isMet({ atMost: 2, from: 200_000 }, 3, 10_000)).toBeNull()
  expect(isMet(undefined, 3, 10_000)).toBeNull()
})

const list: Reading = {
  id: 'list/joined',
  what: 'A list',
  unit: 'req/s',
  value: 300,
  p99: 12,
  against: { what: 'a join', value: 100 },
}

test('a reading beside another one is held to its target by the ratio', () => {
  expect(rowOf(list, 200_000)).toMatchObject({ ratio: 3, target: '≥ 2', met: true })
  expect(rowOf({ ...list, value: 150 }, 200_000)).toMatchObject({ ratio: 1.5, met: false })
  expect(rowOf({ ...list, failed: 3 }, 200_000).note).toBe('3 requests failed')
})

test('growth is what the largest size takes longer than the smallest, and nothing with one size', () => {
  const waited = (value: number): Reading[] => [{ id: 'list p50', what: 'A list', unit: 'ms', value }]
  const [row] = growthRows(
    new Map([
      [1_000_000, waited(6)],
      [10_000, waited(2)],
    ]),
  )
  expect(row).toMatchObject({ ratio: 3, target: '≤ 2', met: false })
  expect(growthRows(new Map([[10_000, waited(2)]]))).toEqual([])
})

test('every row of the table is as wide as its head', () => {
  const lines = markdown([rowOf(list, 200_000), rowOf({ ...list, id: 'x', what: 'Something longer' }, 10)]).split('\n')
  expect(new Set(lines.map((line) => line.length)).size).toBe(1)
  expect(lines).toHaveLength(4)
})
