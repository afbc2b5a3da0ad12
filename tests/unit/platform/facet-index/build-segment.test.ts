import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRow, formatId, parseId } from '@/lib/platform/facet-index/record-ids'
import { compareBytes, findText, packTexts, textAt } from '@/lib/platform/facet-index/packed-text'

const id = fc
  .array(fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'), { minLength: 10, maxLength: 10 })
  .map((letters) => letters.join(''))

test('ids survive the conversion to numbers and keep their order', () =>
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(formatId(parseId(a))).toBe(a)
      expect(Math.sign(parseId(a) - parseId(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  ))

test('findRow returns the index of an id, or -1', () =>
  fc.assert(
    fc.property(fc.uniqueArray(id), id, (texts, other) => {
      const ids = Float64Array.from(texts, (text) => parseId(text)).sort()
      for (const [row, value] of ids.entries()) expect(findRow(ids, value)).toBe(row)
      if (!texts.includes(other)) expect(findRow(ids, parseId(other))).toBe(-1)
    }),
  ))

const encoder = new TextEncoder()

test('packed strings can be decoded and found, whatever their characters', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (strings, other) => {
      const sorted = strings.map((text) => encoder.encode(text)).toSorted(compareBytes)
      const texts = packTexts(sorted)
      for (const [index, bytes] of sorted.entries()) {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        expect(textAt(texts, index)).toBe(text)
        expect(findText(texts, text)).toBe(index)
      }
      if (!strings.includes(other)) expect(findText(texts, other)).toBe(-1)
    }),
  ))
