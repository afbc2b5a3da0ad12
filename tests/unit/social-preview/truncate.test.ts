import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { truncateAtWord, truncateQuote, truncateAtSentence } from '@/lib/features/social-preview/truncate'

const words = fc
  .array(fc.stringMatching(/^[a-zñé’]{1,14}[,.;!?]?$/), { minLength: 1, maxLength: 80 })
  .map((all) => all.join(' '))
const texts = fc.oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }))

describe('a text that exceeds its space', () => {
  test('ends after a sentence if one ends late enough', () =>
    expect(truncateAtWord('We will help. We will not join raids, ever.', 25)).toEqual({
      text: 'We will help.',
      cut: true,
    }))
  test('otherwise ends after a word, without a comma', () =>
    expect(truncateAtWord('We will not join raids, ever, in this city.', 25)).toEqual({
      text: 'We will not join raids',
      cut: true,
    }))
  test('of our own has an ellipsis', () => expect(truncateAtSentence('One two three four', 10)).toBe('One two…'))
  test('that fits stays as it is', () => expect(truncateAtSentence('One two three', 13)).toBe('One two three'))
  test('a letter keeps its accents and an emoji its parts', () => {
    expect(truncateAtWord('e\u0301'.repeat(9), 5).text).toBe('e\u0301e\u0301')
    expect(truncateAtWord('👨‍👩‍👧'.repeat(3), 12).text).toBe('👨‍👩‍👧')
  })

  test('the result is a prefix and short enough', () =>
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const { text: kept, cut } = truncateAtWord(text, limit)
        expect(text.startsWith(kept)).toBe(true)
        expect(kept.length).toBeLessThanOrEqual(limit)
        expect(cut).toBe(kept !== text)
        expect(truncateAtSentence(text, limit).length).toBeLessThanOrEqual(limit)
      }),
    ))

  test('never cuts a word that fits', () =>
    fc.assert(
      fc.property(words, fc.integer({ min: 15, max: 200 }), (text, limit) => {
        const { text: kept } = truncateAtWord(text, limit)
        const next = text.charAt(kept.length)
        expect(next === '' || !/[a-zñé’]/.test(next)).toBe(true)
      }),
    ))
})

describe('a quotation that exceeds its space', () => {
  test('has no added punctuation inside', () =>
    fc.assert(
      fc.property(
        fc.array(texts, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 20, max: 400 }),
        (passages, limit) => {
          const { passages: kept, cut } = truncateQuote(passages, limit)
          kept.forEach((passage, at) => expect(passages[at]!.startsWith(passage)).toBe(true))
          expect(kept.length).toBeGreaterThan(0)
          expect(kept.join('').length).toBeLessThanOrEqual(limit)
          expect(cut).toBe(kept.length < passages.length || kept.at(-1) !== passages[kept.length - 1])
        },
      ),
    ))
  test('omits a passage instead of showing three words of it', () =>
    expect(truncateQuote(['x'.repeat(100), 'What comes then is longer than the type.'.repeat(2)], 170)).toEqual({
      passages: ['x'.repeat(100)],
      cut: true,
    }))
})
