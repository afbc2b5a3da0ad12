import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleaned, unkept } from '@/lib/platform/text/clean-text'

const FORBIDDEN = ['\0', '\x1b', '\x7f', '\x9b', '\ud800', '\udfff', '\u202a', '\u202e', '\u2066', '\u2069']

test.each(FORBIDDEN)('%j is in no text that is kept, wherever in the input it stands', (one) => {
  expect(cleaned(`a${one}b`)).toBe('ab')
  expect(unkept({ notes: [{ en: 'good' }, { en: `a${one}b` }] })).toBe('notes.1.en')
  expect(unkept({ data: { [`a${one}`]: 1 } })).toBe('data')
})

test('everything else stays as it was: lines, tabs, accents, other scripts, pictures, marks that join letters', () => {
  const text = 'Peña\tsaid:\r\n“no” — 🤷🏽‍♀️ שלום \u200fعربى\u200e e\u0301 \u00ad\u200b'
  expect(cleaned(text)).toBe(text)
  expect(unkept({ text, file: new Uint8Array([0, 1]), when: null, count: 3 })).toBeNull()
})

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((all) => String.fromCharCode(...all))

test('what was cleaned is well-formed, needs no cleaning, and lost nothing else', () =>
  fc.assert(
    fc.property(units, (text) => {
      const once = cleaned(text)
      expect(once).not.toMatch(/\p{Cs}/u)
      expect(unkept(once)).toBeNull()
      expect([...once].every((character) => text.includes(character))).toBe(true)
    }),
  ))
