import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion } from '@/lib/platform/lists/filter'
import { idText } from '@/lib/platform/facet-index/ids'
import { Segment } from '@/lib/platform/facet-index/segment'
import { type PackedSegment, packDimension } from '@/lib/platform/facet-index/build-segment'
import { buildTripleCounts } from '@/lib/platform/facet-index/triple-counts'

const SIZE = 40
const COLUMNS = ['shown', 'color', 'shape', 'many'] as const
const CODES = { shown: ['yes'], color: ['blue', 'red'], shape: ['round', 'square', 'star'], many: ['0'] }
/** More options than are counted beforehand. */
CODES.many = Array.from({ length: 200 }, (_, at) => String(at)).toSorted()

const ids = Float64Array.from({ length: SIZE }, (_, at) => at * 7)
const keyOf = (column: string) => `column ${column}`

/** Which rows have each option. */
const held = fc.record(
  Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      fc.array(fc.array(fc.nat(SIZE - 1)), { minLength: CODES[column].length, maxLength: CODES[column].length }),
    ]),
  ),
)

const ask = fc
  .constantFrom(...COLUMNS)
  .chain((column) =>
    fc
      .subarray([...CODES[column], 'unknown'], { minLength: 1, maxLength: 2 })
      .map((codes): Criterion => ({ dimension: { facet: { column } }, codes })),
  )

test('what was counted beforehand is what is counted row by row, also after rows were left out', () => {
  let known = 0
  fc.assert(
    fc.property(held, fc.array(ask, { maxLength: 3 }), fc.array(fc.nat(SIZE - 1)), (rows, others, left) => {
      const axes = new Map(
        COLUMNS.map((column) => {
          const groups = CODES[column].map((code, at) => ({
            code,
            ids: [...new Set(rows[column]![at])].map((row) => idText(ids[row]!)).join(''),
          }))
          return [keyOf(column), packDimension(groups, ids, false)]
        }),
      )
      const packed: PackedSegment = { ids, axes, orders: new Map(), keys: new Map() }
      const layer = new Segment({ ...packed, together: buildTripleCounts(packed, [keyOf('shown')]) })
      layer.mask(left.map((row) => idText(ids[row]!)))
      const asks: Criterion[] = [{ dimension: { facet: { column: 'shown' } } }, ...others]
      for (const column of COLUMNS) {
        const counts = layer.counted(asks, keyOf(column))
        if (!counts) continue
        known += 1
        expect(counts).toEqual(layer.axis(keyOf(column))!.counts(layer.meeting(asks)!))
      }
      expect(layer.counted(asks, keyOf('many'))).toBeNull()
      expect(layer.counted(others, keyOf('color'))).toBeNull()
    }),
  )
  expect(known).toBeGreaterThan(0)
})
