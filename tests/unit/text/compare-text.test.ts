import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, containsWords, occurrences } from '@/lib/text/compare-text'
import { findWords } from '@/lib/text/quotes'
import { quotedPassagesStandIn } from '@/lib/records/shared/citation'

const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu
const textOf = (text: string) => new TextDecoder('utf-16le').decode(comparable(text).units)

const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'e', 'n', ' ', '\n', '’', '“', '"', '\u00A0', 'é', 'ñ', '😀') },
  fc.constantFrom('\u0301', '\u0303', '\u0327', '\u034F', '\u0323', 'ᄀ', 'ᅡ', 'ᆨ', '가', '\u1160', 'K', 'Å', '\uFEFF'),
  fc.constantFrom('\u00AD', '\u200B', '\u200D', '\u202E', '\u2066', '\u061C', '\u{E0001}', '\uFE0F', '\u180E'),
)
const text = fc.array(character, { maxLength: 40 }).map((all) => all.join(''))

test('texts are compared without hidden characters, composed, with straight quotes and single spaces', () =>
  fc.assert(
    fc.property(text, (given) => {
      const plain = given.replace(HIDDEN, '').replace(/\s+/g, ' ').normalize('NFC')
      expect(textOf(given)).toBe(plain.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"'))
    }),
    { numRuns: 2_000 },
  ))

test('each compared unit comes from its place in the text', () =>
  fc.assert(
    fc.property(text, (given) => {
      const { units, from, to } = comparable(given)
      expect(from).toHaveLength(units.length)
      for (let at = 0; at < units.length; at++) {
        expect(from[at]!).toBeLessThan(to[at]!)
        if (at) expect(from[at]!).toBeGreaterThanOrEqual(from[at - 1]!)
      }
    }),
  ))

test('all occurrences are found, as a plain search finds them', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }),
      (given, words) => {
        const plain = [...given].flatMap((_, at) => (given.startsWith(words, at) ? [at] : []))
        expect([...occurrences(comparable(given).units, comparable(words).units)]).toEqual(plain)
      },
    ),
  ))

describe('words of a source', () => {
  test('with soft hyphens are found as they are read, and keep the source’s characters', () => {
    const source = '“We will not noti\u00ADfy fed\u00ADer\u00ADal agents of releases,” the sheriff said.'
    const words = 'We will not notify federal agents of releases,'
    const [found] = findWords(source, words)
    expect(source.slice(found!.start, found!.end)).toBe(
      'We will not noti\u00ADfy fed\u00ADer\u00ADal agents of releases,',
    )
    expect(quotedPassagesStandIn(source, words)).toBe(true)
    expect(containsWords(comparable(words), source.slice(found!.start, found!.end))).toBe(true)
  })

  test('are found wherever hidden characters stand in either text', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('no plans to join', 'la alcaldía', 'año'),
        fc.array(fc.tuple(fc.nat(20), fc.constantFrom('\u00AD', '\u200B', '\u2060', '\u202E', '\uFEFF', '\u034F'))),
        fc.boolean(),
        (words, marks, decomposed) => {
          const written = marks.reduce(
            (all, [at, mark]) => all.slice(0, at) + mark + all.slice(at),
            decomposed ? words.normalize('NFD') : words,
          )
          expect(findWords(`She said ${written}.`, words)).toHaveLength(1)
          expect(findWords(`She said ${words}.`, written)).toHaveLength(1)
        },
      ),
    ))

  test('that differ in letters or accents are other words', () => {
    expect(findWords('ano', 'año')).toEqual([])
    expect(findWords('año', 'ano')).toEqual([])
    expect(findWords('resign', 're-sign')).toEqual([])
  })
})
