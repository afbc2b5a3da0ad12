import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotedPassagesStandIn } from '@/lib/records/shared/citation'
import {
  anchorFor,
  MAX_QUOTE_LENGTH,
  fidelitiesFor,
  findQuotes,
  findWords,
  quoteFrom,
  quotedPassages,
} from '@/lib/text/quotes'
import { sentenceAround, sentencesIn } from '@/lib/text/sentences'

const TEXT = `Chief Ana Peña said her officers have “no plans to join any raids,” and went on.

“That isn’t our job,” she said. “That isn't our job,” she said again on Jan. 22 in St. Paul.`

describe('the quote that an editor selected', () => {
  test('has the source’s characters and its context', () => {
    expect(quoteFrom(TEXT, '"no plans   to join any raids,"')).toEqual({
      exact: '“no plans to join any raids,”',
      prefix: 'Chief Ana Peña said her officers have ',
      suffix: expect.stringMatching(/^ and went on\.\n\n“That isn’t our job,” she said\. [^]*St\. Paul\.$/),
      times: 1,
      quoted: true,
    })
  })
  test('resolves to the intended occurrence', () => {
    const second = TEXT.lastIndexOf('That')
    expect(quoteFrom(TEXT, "That isn't our job")).toMatchObject({ times: 2, exact: 'That isn’t our job' })
    for (const prefix of [TEXT.slice(0, second), TEXT.slice(second - 20, second), 'she said. “'])
      expect(findQuotes([TEXT], [{ words: "That isn't our job", prefix }])).toMatchObject([
        { times: 2, exact: "That isn't our job" },
      ])
  })
  test('is not found if the text does not contain it', () => {
    expect(quoteFrom(TEXT, 'plans to join all raids')).toBeNull()
    expect(quoteFrom(TEXT, '  ')).toBeNull()
  })
  test('is recognized if it is outside of quotation marks', () => {
    expect(quoteFrom(TEXT, 'said her officers have')).toMatchObject({ quoted: false })
    expect(quoteFrom(TEXT, 'no plans to join')).toMatchObject({ quoted: true })
  })
})

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '  ', '\n', '’', "'", '“', '”', '"', '\u00A0', 'é', '😀'),
})

test('a quote is found at its offset, ignoring quote style and spaces', () =>
  fc.assert(
    fc.property(letters, letters, letters, fc.boolean(), (before, words, after, typed) => {
      fc.pre(words.trim() !== '')
      const text = before + words + after
      const asked = typed ? words.replace(/[’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, '  ') : words
      const found = findWords(text, asked)
      expect(found.length).toBeGreaterThan(0)
      for (const { start, end } of found) expect(quotedPassagesStandIn(text.slice(start, end), words.trim())).toBe(true)
    }),
  ))

test('the search agrees with the validation rule of entries', () =>
  fc.assert(
    fc.property(letters, letters, (text, words) => {
      fc.pre(words.trim() !== '')
      expect(findWords(text, words).length > 0).toBe(quotedPassagesStandIn(text, words.trim()))
    }),
  ))

test('prefix, exact and suffix are contiguous and short', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.nat(500), fc.nat(500), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const { exact, prefix, suffix } = anchorFor(text, { start, end })
      expect(text).toContain(prefix + exact + suffix)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(120)
    }),
  ))

test('prefix and suffix never cut a word', () => {
  const text = 'word '.repeat(100)
  const { prefix, suffix } = anchorFor(text, { start: 251, end: 254 })
  expect(
    [prefix, suffix].flatMap((one) => one.trim().split(' ')).filter((one) => !['word', 'w', 'd'].includes(one)),
  ).toEqual([])
  expect(prefix.startsWith(' ')).toBe(true)
})

test('quoted passages are between quotation marks within a paragraph', () => {
  const words = (text: string) => quotedPassages(text).map(({ start, end }) => text.slice(start, end))
  expect(words(TEXT)).toEqual(['no plans to join any raids,', 'That isn’t our job,', "That isn't our job,"])
  expect(words('He said "never" and "not once." A 6" pipe.')).toEqual(['never', 'not once.'])
  expect(words('“Left open\n\n“Closed”')).toEqual(['Closed'])
})

test('a quote that the text does not contain cannot be called verbatim', () => {
  for (const quoted of [true, false])
    for (const official of [true, false])
      expect(fidelitiesFor({ held: true, found: false, quoted, official })).toEqual(['paraphrase'])
  expect(fidelitiesFor({ held: false, found: false, quoted: true, official: true })).not.toContain('official_text')
  expect(fidelitiesFor({ held: true, found: true, quoted: true, official: false })).toContain('reported_verbatim')
  expect(fidelitiesFor({ held: true, found: true, quoted: false, official: false })).toEqual(['paraphrase'])
})

describe('sentences', () => {
  const list = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end))
  test('do not end after abbreviations and do not span paragraphs', () => {
    expect(
      list('Gov. J. Hill met Rep. Luz Ortega of the U.S. House on Jan. 3. He left! “Go,” she said. 3 stayed'),
    ).toEqual([
      'Gov. J. Hill met Rep. Luz Ortega of the U.S. House on Jan. 3.',
      'He left!',
      '“Go,” she said.',
      '3 stayed',
    ])
    expect(list('A heading\n\nA line. “And a quote.” Done')).toEqual(['A heading', 'A line.', '“And a quote.”', 'Done'])
  })
  test('around a quotation contain all of it', () => {
    const text = 'One. She said: “Two. Three.” Four.'
    const span = quotedPassages(text)[0]!
    const around = sentenceAround(text, span)
    expect(text.slice(around.start, around.end)).toBe('She said: “Two. Three.”')
  })
  test('cover every character of the text once, in order', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '”', '\n', '?', 'U.S.') }), (text) => {
        const found = sentencesIn(text)
        expect(list(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        found.forEach((one, at) => expect(one.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0))
      }),
    ))
})

test('a sentence that contains a quotation counts as quoted, and an adjacent one does not', () => {
  const text = 'It rained. Chief Ruiz said they “will not join” and left. Nobody asked.'
  const quoted = (words: string) => quoteFrom(text, words)?.quoted
  expect(quoted('Chief Ruiz said they “will not join” and left.')).toBe(true)
  expect(quoted('will not join')).toBe(true)
  expect(quoted('Nobody asked.')).toBe(false)
})

describe('many quotes of long texts', () => {
  const fragments = ['año “', 'é\u0301', 'a b ', '\u200b \u00a0', 'ab']
  const texts = [0, 1, 2].map((at) => `${fragments[at]!.repeat(300_000 / fragments[at]!.length)} the end of ${at}`)

  // Texts that are prepared anew for each quote take hours.
  test('are found in texts that are prepared once', () => {
    const quotes = Array.from({ length: 300 }, (_, at) => ({ words: `the end of ${at % 4}`, prefix: `${at} ` }))
    const found = findQuotes(texts, quotes)
    expect(found.map((one) => one?.times ?? 0)).toEqual(quotes.map((_, at) => (at % 4 === 3 ? 0 : 1)))
  })

  test('are not searched for where they are longer than a citation can hold', () => {
    const words = (length: number) => texts[2]!.slice(0, length).trim()
    expect(findQuotes([texts[2]!], [{ words: words(MAX_QUOTE_LENGTH), prefix: '' }])).toMatchObject([{ quoted: false }])
    for (const length of [MAX_QUOTE_LENGTH + 2, 250_000])
      expect(findQuotes([texts[2]!], [{ words: words(length), prefix: words(length) }])).toEqual([null])
    expect(findWords(texts[2]!, words(250_000))).toEqual([])
  })

  test('have as many occurrences and prefixes as a hostile text repeats them, without more work for each', () => {
    const quotes = ['a', 'a b', 'b', 'a b a'].map((words) => ({ words, prefix: 'a b '.repeat(50_000) }))
    for (const one of findQuotes([texts[2]!], quotes)) expect(one?.times).toBe(1_000)
  })
})
