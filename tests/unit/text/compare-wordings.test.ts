import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Run, type Wording, compareWordings } from '@/lib/text/compare-wordings'

const whole = (...passages: string[]): Wording => ({ passages, pieces: false })
const pieces = (...passages: string[]): Wording => ({ passages, pieces: true })

/** Differing words in brackets, words of the other wording in parentheses. */
const shown = (marked: Run[][]): string[] =>
  marked.map((runs) =>
    runs
      .map((run) =>
        'omits' in run ? `(-${run.omits})` : 'differs' in run ? `[${run.text}](${run.instead ?? ''})` : run.text,
      )
      .join(''),
  )

test('words that are left out are named where they are missing', () => {
  expect(
    shown(compareWordings(whole('going to call immigration,'), whole('going to call Immigration on them,'))),
  ).toEqual(['going to call immigration,(-on them)'])
  expect(shown(compareWordings(whole('law is theirs'), whole('Enforcing the law is theirs')))).toEqual([
    '(-Enforcing the)law is theirs',
  ])
})

test('replaced words are marked, with the words of the other wording', () => {
  expect(
    shown(
      compareWordings(whole('time effectively, born elsewhere,'), whole('time efficiently, born in another place.')),
    ),
  ).toEqual(['time [effectively](efficiently), born [elsewhere](in another place),'])
})

test('a capital, a curly apostrophe or a comma at the end is not a difference', () => {
  expect(shown(compareWordings(whole('My officers won’t,'), whole("my officers won't")))).toEqual([
    'My officers won’t,',
  ])
})

test('pieces leave nothing out beyond their own passages', () => {
  expect(
    shown(
      compareWordings(
        pieces('live in peace in our communities.'),
        whole('you can live in peace in our community. You can go'),
      ),
    ),
  ).toEqual(['live in peace in our [communities]().'])
  expect(shown(compareWordings(pieces('a town', 'live peace'), whole('a safe town where you live in peace')))).toEqual([
    'a (-safe)town',
    'live (-in)peace',
  ])
})

test('a whole wording compared with pieces adds nothing beyond their passages', () => {
  const long = 'it is well established that the Constitution prevents the government from commandeering'
  expect(shown(compareWordings(whole(long), pieces('the Constitution prevents')))).toEqual([long])
})

test('wordings without a common word are not compared', () => {
  expect(shown(compareWordings(whole('very secure'), whole('all of it')))).toEqual(['very secure'])
})

test('wordings with very many differences are shown without marks', () => {
  const long = (word: string) => Array.from({ length: 6 }, (_, part) => `the ${`${word}${part} `.repeat(300)}`)
  const [a, b] = [long('a'), long('b')]
  expect(shown(compareWordings(whole(...a), whole(...b)))).toEqual(a)
})

const passages = fc
  .array(
    fc.array(fc.constantFrom('a', 'safe', 'city', 'Is', 'our', 'won’t', 'home,', '—', 'é'), {
      minLength: 1,
      maxLength: 6,
    }),
    {
      maxLength: 3,
    },
  )
  .map((all) => all.map((words) => words.join(' ')))
  .map((all) => all.filter((one) => /[\p{L}\p{N}]/u.test(one)))
const anyText = fc
  .array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 })
  .map((all) => all.filter((one) => /[\p{L}\p{N}]/u.test(one)))

test('comparing never changes, drops or moves a character', () =>
  fc.assert(
    fc.property(fc.oneof(passages, anyText), fc.oneof(passages, anyText), fc.boolean(), fc.boolean(), (a, b, c, d) => {
      const runs = compareWordings({ passages: a, pieces: c }, { passages: b, pieces: d })
      expect(runs.map((one) => one.map((run) => ('text' in run ? run.text : '')).join(''))).toEqual(a)
    }),
  ))

const words = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)].map(([word]) => word.replace(/’/g, "'").toLowerCase())

test('the other wording can be read off the comparison: nothing that differs is unmarked', () =>
  fc.assert(
    fc.property(passages, passages, (a, b) => {
      fc.pre(words(a.join(' ')).some((word) => words(b.join(' ')).includes(word)))
      const rebuilt = compareWordings(whole(...a), whole(...b))
        .flat()
        .map((run) => ('omits' in run ? run.omits : 'differs' in run ? (run.instead ?? '') : run.text))
      expect(words(rebuilt.join(' '))).toEqual(words(b.join(' ')))
    }),
  ))

test('a wording compared with itself has no difference', () =>
  fc.assert(
    fc.property(fc.oneof(passages, anyText), fc.boolean(), (wording, parts) => {
      const runs = compareWordings({ passages: wording, pieces: parts }, { passages: wording, pieces: parts }).flat()
      expect(runs.some((run) => 'omits' in run || 'differs' in run)).toBe(false)
    }),
  ))
