import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanSourceText, cleanText, hasForbiddenCharacters } from '@/lib/platform/text/clean-text'

const FORBIDDEN = ['\0', '\x1b', '\x7f', '\x9b', '\ud800', '\udfff', '\u202a', '\u202e', '\u2066', '\u2069']

test.each(FORBIDDEN)('%j is removed from text and rejected in input, at any position', (one) => {
  expect(cleanText(`a${one}b`)).toBe('ab')
  expect(hasForbiddenCharacters({ notes: [{ en: 'good' }, { en: `a${one}b` }] })).toBe('notes.1.en')
  expect(hasForbiddenCharacters({ data: { [`a${one}`]: 1 } })).toBe('data')
})

test('all other text is unchanged: lines, tabs, accents, other scripts, emoji, joiners where a script needs them', () => {
  const text = 'Peña\tsaid:\r\n“no” — 🤷🏽‍♀️ ❤️ שלום عربى می‌خواهم क्‍ष e\u0301'
  expect(cleanText(text)).toBe(text)
  expect(hasForbiddenCharacters({ text, file: new Uint8Array([0, 1]), when: null, count: 3 })).toBeNull()
})

const CHARACTERS = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
const isHidden = (one: string) => /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u.test(one)

describe('a character that hides or turns text, by its Unicode properties', () => {
  test('is removed from our own words, and rejected in input with the path of its field', () => {
    const hidden = CHARACTERS.filter(isHidden)
    expect(hidden.length).toBeGreaterThan(4_000)
    const kept = hidden.filter(
      (one) =>
        cleanText(`a${one}b`) !== 'ab' ||
        cleanText(one) !== '' ||
        hasForbiddenCharacters({ drafts: [{ data: { name: `a${one}b` } }] }) !== 'drafts.0.data.name',
    )
    expect(kept).toEqual([])
  })

  test('is kept in a source’s own words: in captures, quotations and their surroundings', () => {
    const hidden = CHARACTERS.filter(isHidden)
    const lost = hidden.filter(
      (one) =>
        cleanSourceText(one) !== one ||
        hasForbiddenCharacters({ variants: [{ passages: ['x', one], citation: { exact: one, prefix: one } }] }) !==
          null,
    )
    expect(lost).toEqual([])
    expect(hasForbiddenCharacters({ text: 'a\u00adb' }, [], ['text'])).toBeNull()
    expect(hasForbiddenCharacters({ text: 'a\u00adb', title: 'a\u00adb' }, [], ['text'])).toBe('title')
  })

  test('is every such character and no other', () => {
    const others = CHARACTERS.filter((one) => !isHidden(one) && !/[\p{Cc}\p{Cs}]/u.test(one))
    expect(cleanText(others.join('a')) === others.join('a')).toBe(true)
  })
})

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((all) => String.fromCharCode(...all))
const hiding = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CHARACTERS.filter(isHidden).filter((one) => one < '\u{E0200}')),
      fc.constantFrom('\u200c', '\u200d', '\ufe0f', '\u061c', 'م', 'क', '्', '❤', '🏽', 'a', ' '),
    ),
    { maxLength: 12 },
  )
  .map((all) => all.join(''))

test('cleaned text is well-formed, stable under cleaning, and lost nothing else', () =>
  fc.assert(
    fc.property(fc.oneof(units, hiding), (text) => {
      const once = cleanText(text)
      expect(once).not.toMatch(/\p{Cs}/u)
      expect(cleanText(once)).toBe(once)
      expect(hasForbiddenCharacters(once)).toBeNull()
      expect([...once].every((character) => text.includes(character))).toBe(true)
    }),
  ))
