import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalOf } from '@/lib/text/edtf'
import { axisOf, barOf } from '@/lib/features/timeline/axis'

const axis = axisOf([intervalOf('2024-11')!, intervalOf('2025-06-16')!])!

test('the axis extends one month beyond the dates on both sides', () => {
  expect(axis.months[0]!.iso).toBe('2024-10-01')
  expect(axis.months.at(-1)!.iso).toBe('2025-07-01')
  expect(axisOf([])).toBeNull()
  expect(axisOf([{ earliest: null, latest: null }])).toBeNull()
})

test('a bar covers the possible dates and marks open ends', () => {
  const units = axis.last - axis.first // one unit a day
  expect(barOf(intervalOf('2024-11')!, axis, units)).toEqual({ x: 31, width: 30, openStart: false, openEnd: false })
  expect(barOf(intervalOf('2025-06-16')!, axis, units).width).toBe(1)
  const open = barOf(intervalOf('../2024-10-31')!, axis, units)
  expect(open).toEqual({ x: 0, width: 31, openStart: true, openEnd: false })
  expect(barOf(intervalOf('2025-06-16/..')!, axis, units)).toMatchObject({ openEnd: true, width: units - 258 })
})

test('every bar lies on the axis', () => {
  const day = fc
    .date({ min: new Date('2017-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10))
  const end = fc.option(day)
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [earliest, latest] = a && b && b < a ? [b, a] : [a, b]
      const { x, width } = barOf({ earliest, latest }, axis, 400)
      expect(x >= 0 && width >= 0 && x + width <= 400.001).toBe(true)
    }),
  )
})
