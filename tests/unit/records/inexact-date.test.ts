import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localizedMessage } from '@/lib/platform/i18n/translate'
import { DateInput } from '@/lib/records/shared/inexact-date'
import { intervalOf, overlaps, precisionOf } from '@/lib/text/edtf'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const part = day.chain((iso) => fc.constantFrom(iso, iso.slice(0, 7), iso.slice(0, 4)))

describe('the days that a date spans', () => {
  test.each([
    ['2025-01-22', '2025-01-22', '2025-01-22'],
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-01-20/2025-01-24', '2025-01-20', '2025-01-24'],
    ['2024-11/2025-01-24', '2024-11-01', '2025-01-24'],
    ['2025-06-17/..', '2025-06-17', null],
    ['../2025-01-31', null, '2025-01-31'],
    ['2024-11?', '2024-11-01', '2024-11-30'],
  ])('%s', (edtf, earliest, latest) => expect(intervalOf(edtf)).toEqual({ earliest, latest }))

  test.each([
    '',
    '/',
    '../..',
    'last week',
    '2025-02-30',
    '2025-13',
    '2025-01-24/2025-01-20',
    '[2025-01-20..2025-01-24]',
    '22 January 2025',
  ])('%j is no date', (edtf) => expect(intervalOf(edtf)).toBeNull())

  test('an end is never before the start, and both are days', () =>
    fc.assert(
      fc.property(part, part, (from, to) => {
        const interval = intervalOf(`${from}/${to}`)
        if (interval) expect(interval.earliest! <= interval.latest!).toBe(true)
        else expect(intervalOf(from)!.earliest! > intervalOf(to)!.latest!).toBe(true)
      }),
    ))

  test('no text throws or makes a date more precise', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), part), (text) => {
        const interval = intervalOf(text)
        if (interval && precisionOf(text) !== 'day') expect(interval.earliest).not.toBe(interval.latest)
      }),
    ))
})

test('an invalid date is rejected with the expected format', () => {
  const { error } = DateInput.safeParse({ edtf: 'in November' })
  expect(localizedMessage(error!.issues[0]!.message)).toEqual({
    en: expect.stringContaining('2024-11'),
    es: expect.stringContaining('2024-11'),
  })
})

describe('the overlap of two dates', () => {
  const interval = fc.tuple(day, day).map(([a, b]) => (a < b ? { earliest: a, latest: b } : { earliest: b, latest: a }))
  test('is symmetric', () =>
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
      }),
    ))
  test('includes an interval and any day in it', () =>
    fc.assert(
      fc.property(interval, (one) => {
        expect(overlaps(one, { earliest: one.latest, latest: one.latest })).toBe(true)
      }),
    ))
  test('an open end has no limit', () => {
    expect(overlaps({ earliest: '2025-01-01', latest: null }, { earliest: '2030-01-01', latest: '2030-01-02' })).toBe(
      true,
    )
    expect(overlaps({ earliest: '2025-01-01', latest: null }, { earliest: null, latest: '2024-12-31' })).toBe(false)
  })
})

test('how exact a date is', () => {
  expect(['2025-01-22', '2024-11', '2025', '2025-01-20/2025-01-24'].map(precisionOf)).toEqual([
    'day',
    'month',
    'year',
    'interval',
  ])
})
