import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idAt, idText, rowOf } from '@/lib/platform/facet-index/ids'
import { compareBytes, findText, packTexts, textAt } from '@/lib/platform/facet-index/packed-text'

const id = fc
  .array(fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'), { minLength: 10, maxLength: 10 })
  .map((letters) => letters.join(''))

test('an id as a number is the same id, in the same order', () =>
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(idText(idAt(a, 0))).toBe(a)
      expect(Math.sign(idAt(a, 0) - idAt(b, 0))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  ))

test('the row of an id is where it stands', () =>
  fc.assert(
    fc.property(fc.uniqueArray(id), id, (some, other) => {
      const ids = Float64Array.from(some, (one) => idAt(one, 0)).sort()
      for (const [row, one] of ids.entries()) expect(rowOf(ids, one)).toBe(row)
      if (!some.includes(other)) expect(rowOf(ids, idAt(other, 0))).toBe(-1)
    }),
  ))

const coder = new TextEncoder()

test('packed texts are found again, whatever they are made of', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (some, other) => {
      const inOrder = some.map((text) => coder.encode(text)).toSorted(compareBytes)
      const texts = packTexts(inOrder)
      for (const [at, bytes] of inOrder.entries()) {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        expect(textAt(texts, at)).toBe(text)
        expect(findText(texts, text)).toBe(at)
      }
      if (!some.includes(other)) expect(findText(texts, other)).toBe(-1)
    }),
  ))
