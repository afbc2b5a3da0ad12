import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, hasForbiddenCharacters } from '@/lib/platform/text/clean-text'

const FORBIDDEN = ['\0', '\x1b', '\x7f', '\x9b', '\ud800', '\udfff', '\u202a', '\u202e', '\u2066', '\u2069']

test.each(FORBIDDEN)('%j is removed from text and rejected in input, at any position', (one) => {
  expect(cleanText(`a${one}b`)).toBe('ab')
  expect(hasForbiddenCharacters({ notes: [{ en: 'good' }, { en: `a${one}b` }] })).toBe('notes.1.en')
  expect(hasForbiddenCharacters({ data: { [`a${one}`]: 1 } })).toBe('data')
})

test('all other text is unchanged: lines, tabs, accents, other scripts, emoji, joiners', () => {
  const text = 'Peña\tsaid:\r\n“no” — 🤷🏽‍♀️ שלום \u200fعربى\u200e e\u0301 \u00ad\u200b'
  expect(cleanText(text)).toBe(text)
  expect(hasForbiddenCharacters({ text, file: new Uint8Array([0, 1]), when: null, count: 3 })).toBeNull()
})

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((all) => String.fromCharCode(...all))

test('cleaned text is well-formed, stable under cleaning, and lost nothing else', () =>
  fc.assert(
    fc.property(units, (text) => {
      const once = cleanText(text)
      expect(once).not.toMatch(/\p{Cs}/u)
      expect(hasForbiddenCharacters(once)).toBeNull()
      expect([...once].every((character) => text.includes(character))).toBe(true)
    }),
  ))
