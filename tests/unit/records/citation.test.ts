import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CitationInput, quotedPassagesStandIn } from '@/lib/records/shared/citation'
import { linksOf } from '@/lib/records/record-links'
import { urlKey } from '@/lib/records/sources/url-key'
import { StanceInput } from '@/lib/records/stances/schema'
import { StatementInput } from '@/lib/records/statements/schema'
import { TOPIC, topicsOf } from '@/lib/vocabularies/topics'
import { inputs } from '@/tests/integration/world'

describe('whether a source contains a quote', () => {
  test('curly and straight quotes and runs of spaces are equal', () => {
    expect(quotedPassagesStandIn('She said “don’t\n  go.”', `said "don't go."`)).toBe(true)
  })
  test('different words differ', () => {
    expect(quotedPassagesStandIn('using their time efficiently', 'using their time effectively')).toBe(false)
    expect(quotedPassagesStandIn('An ICE agent', 'an ice agent')).toBe(false)
  })
  test('a text contains each of its parts', () =>
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, from, length) => {
        expect(quotedPassagesStandIn(text, text.slice(from, from + length))).toBe(true)
      }),
    ))
})

describe('a statement is rejected', () => {
  const [variant] = inputs.statements.variants
  const refused = (change: object) =>
    StatementInput.safeParse({ ...inputs.statements, ...change }).error?.issues.map(({ message }) => message) ?? []
  test.each<[string, object, string]>([
    ['without a speaker', { speakers: [] }, 'validation.speakers'],
    [
      'with a nameless speaker',
      { speakers: [{ officialId: null, organizationId: null, asPrinted: null }] },
      'validation.speaker',
    ],
    ['without a source', { variants: [], positions: [] }, 'validation.statementSource'],
    ['with two preferred wordings', { variants: [variant, variant] }, 'validation.preferredWording'],
    [
      'with words that the source does not have',
      { variants: [{ ...variant, passages: ['other'] }] },
      'validation.passageInQuote',
    ],
    [
      'with a paraphrase in quotation marks',
      { variants: [{ ...variant, citation: { ...variant!.citation, fidelity: 'paraphrase' } }] },
      'validation.paraphraseQuoted',
    ],
    ['as word for word without words', { variants: [{ ...variant, passages: [] }] }, 'validation.noPassages'],
    [
      'with a position that no source supports',
      { positions: [{ topic: 'mass-removal', position: 'opposes', span: 'nowhere' }] },
      'validation.quoteInEntry',
    ],
  ])('%s', (_, change, message) => expect(refused(change)).toContain(message))
  test('not when it is right', () => expect(refused({})).toEqual([]))
})

describe('a stance is rejected', () => {
  const refused = (change: object) =>
    StanceInput.safeParse({ ...inputs.stances, ...change }).error?.issues.map(({ message }) => message) ?? []
  test.each<[string, object, string]>([
    ['on a topic without a scale', { topic: 'litigation' }, 'validation.topicScale'],
    ['with a value of the other scale', { value: 'provides' }, 'validation.scaleValue'],
    ['"in some cases" without the cases', { value: 'some_cases' }, 'validation.cases'],
    [
      'with an order as the duty of a prohibition',
      { value: 'must_not_cooperate', duty: 'do' },
      'validation.dutyContradicts',
    ],
    ['with a duty where nothing is settled', { value: 'unclear', duty: 'may' }, 'validation.dutyContradicts'],
    ['with an end after its coding', { until: { edtf: '2027' } }, 'validation.untilInFuture'],
    ['with a basis of a start that it does not have', { from: null }, 'validation.fromBasisWithoutDate'],
    ['with a code that the codebook does not know', { value: 'will_assist' }, 'Invalid option'],
    ['on an instrument that it does not name', { basis: 'instrument' }, 'validation.stanceInstrument'],
    ['on a statement that it does not name', { statementIds: [] }, 'validation.stanceStatement'],
    [
      'without quoted words',
      { citations: [{ ...inputs.stances.citations[0], exact: undefined, note: { en: 'Read.' } }] },
      'validation.stanceQuote',
    ],
  ])('%s', (_, change, message) => expect(refused(change).join('; ')).toContain(message))
  test('not when it is right', () => expect(refused({})).toEqual([]))
})

test('a citation without a quote states what was read', () => {
  const bare = { sourceId: 'a'.repeat(10), fidelity: 'paraphrase', found: 'not_checked' }
  expect(CitationInput.safeParse(bare).success).toBe(false)
  expect(CitationInput.safeParse({ ...bare, note: { en: 'A list was read.' } }).success).toBe(true)
})

test('references are found at any depth', () => {
  const found = linksOf(inputs.statements).map(({ type }) => type)
  expect(found.sort()).toEqual(['federal-actions', 'jurisdictions', 'officials', 'organizations', 'sources'])
})

describe('URLs of one document have the same key', () => {
  test.each([
    ['https://Paper.example/a/?utm_source=x&b=2&a=1#top', 'http://paper.example/a?a=1&b=2'],
    ['https://paper.example/a?fbclid=1', 'https://paper.example/a'],
  ])('%s and %s', (one, other) => expect(urlKey(one)).toBe(urlKey(other)))
  test('different documents have different keys', () => {
    expect(urlKey('https://paper.example/a?id=1')).not.toBe(urlKey('https://paper.example/a?id=2'))
    expect(urlKey('https://www.paper.example/a')).not.toBe(urlKey('https://paper.example/a'))
  })
})

test('every topic is on one axis, and its code is its own', () => {
  expect(topicsOf('cooperation', 'services', 'position', 'fact')).toEqual(Object.keys(TOPIC))
  const codes = Object.values(TOPIC).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})
