import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion } from '@/lib/platform/lists/filter'
import { formatId } from '@/lib/platform/facet-index/record-ids'
import { Segment } from '@/lib/platform/facet-index/segment'
import { type PackedSegment, packDimension } from '@/lib/platform/facet-index/build-segment'
import { buildTripleCounts } from '@/lib/platform/facet-index/triple-counts'

const SIZE = 40
const COLUMNS = ['shown', 'color', 'shape', 'many'] as const
const CODES = { shown: ['yes'], color: ['blue', 'red'], shape: ['round', 'square', 'star'], many: ['0'] }
/** More codes than triple counts cover. */
CODES.many = Array.from({ length: 200 }, (_, i) => String(i)).toSorted()

const ids = Float64Array.from({ length: SIZE }, (_, i) => i * 7)
const keyOf = (column: string) => `column ${column}`

/** For each column, the rows of each code. */
const postings = fc.record(
  Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      fc.array(fc.array(fc.nat(SIZE - 1)), { minLength: CODES[column].length, maxLength: CODES[column].length }),
    ]),
  ),
)

const criterion = fc
  .constantFrom(...COLUMNS)
  .chain((column) =>
    fc
      .subarray([...CODES[column], 'unknown'], { minLength: 1, maxLength: 2 })
      .map((codes): Criterion => ({ dimension: { facet: { column } }, codes })),
  )

test('precomputed counts equal counts over rows, also after rows were deleted', () => {
  let precomputed = 0
  fc.assert(
    fc.property(
      postings,
      fc.array(criterion, { maxLength: 3 }),
      fc.array(fc.nat(SIZE - 1)),
      (rows, others, deleted) => {
        const dimensions = new Map(
          COLUMNS.map((column) => {
            const groups = CODES[column].map((code, i) => ({
              code,
              ids: [...new Set(rows[column]![i])].map((row) => formatId(ids[row]!)).join(''),
            }))
            return [keyOf(column), packDimension(groups, ids, false)]
          }),
        )
        const packed: PackedSegment = { ids, dimensions, orders: new Map(), sortKeys: new Map() }
        const segment = new Segment({ ...packed, tripleCounts: buildTripleCounts(packed, [keyOf('shown')]) })
        segment.delete(deleted.map((row) => formatId(ids[row]!)))
        const criteria: Criterion[] = [{ dimension: { facet: { column: 'shown' } } }, ...others]
        for (const column of COLUMNS) {
          const counts = segment.precomputedCounts(criteria, keyOf(column))
          if (!counts) continue
          precomputed += 1
          expect(counts).toEqual(segment.dimension(keyOf(column))!.countByCode(segment.matching(criteria)!))
        }
        expect(segment.precomputedCounts(criteria, keyOf('many'))).toBeNull()
        expect(segment.precomputedCounts(others, keyOf('color'))).toBeNull()
      },
    ),
  )
  expect(precomputed).toBeGreaterThan(0)
})
