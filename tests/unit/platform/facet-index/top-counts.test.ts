import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dimension } from '@/lib/platform/facet-index/dimension'
import { compareBytes, packTexts } from '@/lib/platform/facet-index/packed-text'
import { topCounts } from '@/lib/platform/facet-index/top-counts'

const encoder = new TextEncoder()
const byBytes = (a: string, b: string) => compareBytes(encoder.encode(a), encoder.encode(b))

const segmentCounts = (countByCode: ReadonlyMap<string, number>) => {
  const codes = [...countByCode.keys()].toSorted(byBytes)
  const packed = {
    codes: packTexts(codes.map((code) => encoder.encode(code))),
    bitmaps: new Int32Array(),
    masks: new Uint16Array(),
  }
  return { dimension: new Dimension(packed, 0), counts: Int32Array.from(codes, (code) => countByCode.get(code)!) }
}

const countByCode = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.integer({ min: 0, max: 4 })))
  .map((pairs) => new Map(pairs))

test('counts are summed over segments, and the top codes include the selected ones', () =>
  fc.assert(
    fc.property(
      fc.array(countByCode, { minLength: 1, maxLength: 3 }),
      countByCode,
      fc.integer({ min: 1, max: 6 }),
      (segments, some, limit) => {
        const selected = [...some.keys()].slice(0, limit)
        const sums = new Map<string, number>()
        for (const [code, count] of segments.flatMap((counts) => [...counts]))
          sums.set(code, (sums.get(code) ?? 0) + count)
        const sorted = [...sums].filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1] || byBytes(a[0], b[0]))
        const selectedCounts = sorted.filter(([code]) => selected.includes(code))
        const others = sorted.filter(([code]) => !selected.includes(code)).slice(0, limit - selectedCounts.length)
        const expected = sorted.filter((pair) => selectedCounts.includes(pair) || others.includes(pair))
        expect([...topCounts(segments.map(segmentCounts), selected, limit)]).toEqual(expected)
      },
    ),
  ))
