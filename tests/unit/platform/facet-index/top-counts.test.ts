import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dimension } from '@/lib/platform/facet-index/dimension'
import { compareBytes, packTexts } from '@/lib/platform/facet-index/packed-text'
import { topCounts } from '@/lib/platform/facet-index/top-counts'

const coder = new TextEncoder()
const byBytes = (a: string, b: string) => compareBytes(coder.encode(a), coder.encode(b))

const layerOf = (counted: ReadonlyMap<string, number>) => {
  const codes = [...counted.keys()].toSorted(byBytes)
  const packed = {
    codes: packTexts(codes.map((code) => coder.encode(code))),
    bits: new Int32Array(),
    masks: new Uint16Array(),
  }
  return { axis: new Dimension(packed, 0), counts: Int32Array.from(codes, (code) => counted.get(code)!) }
}

const counted = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.integer({ min: 0, max: 4 })))
  .map((pairs) => new Map(pairs))

test('the top of several layers is the top of their sums, and what is asked for is in it', () =>
  fc.assert(
    fc.property(
      fc.array(counted, { minLength: 1, maxLength: 3 }),
      counted,
      fc.integer({ min: 1, max: 6 }),
      (all, some, most) => {
        const asked = [...some.keys()].slice(0, most)
        const sums = new Map<string, number>()
        for (const [code, count] of all.flatMap((one) => [...one])) sums.set(code, (sums.get(code) ?? 0) + count)
        const inOrder = [...sums]
          .filter(([, count]) => count > 0)
          .toSorted((a, b) => b[1] - a[1] || byBytes(a[0], b[0]))
        const given = inOrder.filter(([code]) => asked.includes(code))
        const rest = inOrder.filter(([code]) => !asked.includes(code)).slice(0, most - given.length)
        const expected = inOrder.filter((one) => given.includes(one) || rest.includes(one))
        expect([...topCounts(all.map(layerOf), asked, most)]).toEqual(expected)
      },
    ),
  ))
