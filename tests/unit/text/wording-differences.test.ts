import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkedWording, markDifferences } from '@/lib/text/wording-differences'

/** Marks differing words with brackets. */
const shown = (marked: MarkedWording): string[] =>
  marked.map((runs) => runs.map((run) => (run.differs ? `[${run.text}]` : run.text)).join(''))

const TRUE = 'using their time efficiently if they were driving, born in another place.'
const ALTERED = 'using their time effectively if they were driving, born elsewhere,'

test('words that the other wording lacks are marked on both sides', () => {
  expect(shown(markDifferences([TRUE], [[ALTERED]]))).toEqual([
    'using their time [efficiently] if they were driving, born [in another place].',
  ])
  expect(shown(markDifferences([ALTERED], [[TRUE]]))).toEqual([
    'using their time [effectively] if they were driving, born [elsewhere],',
  ])
})

test('a capital, a curly apostrophe or a comma at the end is not a difference', () => {
  expect(shown(markDifferences(['My officers won’t,'], [["my officers won't"]]))).toEqual(['My officers won’t,'])
})

test('a wording is compared with all of the others', () => {
  expect(shown(markDifferences(['a safe city here'], [['a safe town here'], ['a secure city here']]))).toEqual([
    'a [safe city] here',
  ])
})

test('passages stay separate', () => {
  expect(shown(markDifferences(['very safe city', 'live in peace'], [['very secure city', 'live in peace']]))).toEqual([
    'very [safe] city',
    'live in peace',
  ])
})

test('a source that quotes less of the same words does not differ', () => {
  const whole = 'it is well established that the Constitution prevents the government from commandeering'
  expect(shown(markDifferences([whole, 'will not go unchallenged'], [['the Constitution prevents']]))).toEqual([
    whole,
    'will not go unchallenged',
  ])
})

test('without another wording nothing is marked', () => {
  expect(shown(markDifferences(['every word'], []))).toEqual(['every word'])
})

const passages = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 })

test('marking never changes, drops or moves a character', () =>
  fc.assert(
    fc.property(passages, passages, (wording, other) => {
      const withWords = wording.filter((one) => /[\p{L}\p{N}]/u.test(one))
      const texts = markDifferences(withWords, [other]).map((runs) => runs.map((run) => run.text).join(''))
      expect(texts).toEqual(withWords)
    }),
  ))

test('a wording compared with itself has no difference', () =>
  fc.assert(
    fc.property(passages, (wording) => {
      expect(
        markDifferences(wording, [wording])
          .flat()
          .some((run) => run.differs),
      ).toBe(false)
    }),
  ))
