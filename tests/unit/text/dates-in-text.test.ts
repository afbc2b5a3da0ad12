import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intervalOf, precisionOf } from '@/lib/text/edtf'
import { datesIn } from '@/lib/text/dates-in-text/read'

/** A Wednesday. */
const DAY = '2025-01-29'

const read = (text: string, lang: 'en' | 'es' = 'en', published: string | null = DAY) =>
  datesIn(text, published, lang).map(({ words, how, options }) => [words, how, ...options])

describe('beside an article of 29 January 2025', () => {
  test.each([
    ['In November, the city adopted it.', 'November', 'derived', '2024-11'],
    ['It was adopted in January.', 'January', 'derived', '2025-01'],
    ['A vote is due in March.', 'March', 'asks', '2024-03', '2025-03'],
    ['since last December', 'December', 'derived', '2024-12'],
    ['published an editorial this week on', 'this week', 'asks', '2025-01-27/2025-01-29', '2025-01-27/2025-02-02'],
    ['earlier this week', 'earlier this week', 'asks', '2025-01-27/2025-01-29', '2025-01-27/2025-02-02'],
    ['At an event last week in town', 'last week', 'asks', '2025-01-20/2025-01-26', '2025-01-22/2025-01-28'],
    ['next week', 'next week', 'asks', '2025-02-03/2025-02-09'],
    ['over the weekend', 'over the weekend', 'asks', '2025-01-25/2025-01-26'],
    ['To a rally Wednesday in town', 'Wednesday', 'asks', '2025-01-29', '2025-02-05'],
    ['He spoke Monday.', 'Monday', 'asks', '2025-01-27', '2025-02-03'],
    ['last Wednesday', 'last Wednesday', 'asks', '2025-01-22', '2025-01-15'],
    ['next Tuesday', 'next Tuesday', 'asks', '2025-02-04', '2025-02-11'],
    ['on Jan. 22', 'Jan. 22', 'derived', '2025-01-22'],
    ['Monday, Jan. 27', 'Monday, Jan. 27', 'derived', '2025-01-27'],
    ['on Feb. 3', 'Feb. 3', 'asks', '2024-02-03', '2025-02-03'],
    ['on Nov. 3', 'Nov. 3', 'derived', '2024-11-03'],
    ['on January 22, 2025', 'January 22, 2025', 'stated', '2025-01-22'],
    ['in March 2019', 'March 2019', 'stated', '2019-03'],
    ['In 2017 it passed', '2017', 'stated', '2017'],
    ['a news conference June 16, 2023', 'June 16, 2023', 'stated', '2023-06-16'],
    ['today', 'today', 'derived', '2025-01-29'],
    ['yesterday', 'yesterday', 'derived', '2025-01-28'],
    ['two days ago', 'two days ago', 'derived', '2025-01-27'],
    ['three weeks ago', 'three weeks ago', 'asks', '2025-01-06/2025-01-12', '2025-01-08'],
    ['two months ago', 'two months ago', 'asks', '2024-11'],
    ['last month', 'last month', 'derived', '2024-12'],
    ['earlier this month', 'this month', 'derived', '2025-01'],
    ['last year', 'last year', 'derived', '2024'],
  ])('%s', (text, ...reading) => expect(read(text)).toEqual([reading]))

  test.each([
    ['En noviembre, la ciudad aprobó la ordenanza.', 'noviembre', 'derived', '2024-11'],
    ['en noviembre de 2024', 'noviembre de 2024', 'stated', '2024-11'],
    ['esta semana', 'esta semana', 'asks', '2025-01-27/2025-01-29', '2025-01-27/2025-02-02'],
    ['la semana pasada', 'la semana pasada', 'asks', '2025-01-20/2025-01-26', '2025-01-22/2025-01-28'],
    ['el miércoles', 'miércoles', 'asks', '2025-01-29', '2025-02-05'],
    ['el lunes pasado', 'lunes pasado', 'asks', '2025-01-27', '2025-01-20'],
    ['el 22 de enero', '22 de enero', 'derived', '2025-01-22'],
    ['el 22 de enero de 2025', '22 de enero de 2025', 'stated', '2025-01-22'],
    ['hoy', 'hoy', 'derived', '2025-01-29'],
    ['ayer', 'ayer', 'derived', '2025-01-28'],
    ['hace dos días', 'hace dos días', 'derived', '2025-01-27'],
    ['el mes pasado', 'el mes pasado', 'derived', '2024-12'],
    ['en 2017', '2017', 'stated', '2017'],
    ['el 3/4/2025', '3/4/2025', 'asks', '2025-04-03', '2025-03-04'],
  ])('%s', (text, ...reading) => expect(read(text, 'es')).toEqual([reading]))

  test.each([
    'He may march now.',
    'March on the city',
    'The second of 24 cities',
    'Call 911',
    'a 12-page memo',
    'April Ryan said so',
  ])('“%s” has no date', (text) => expect(read(text)).toEqual([]))

  test('several dates are found in order, each at its offset', () => {
    const text = 'On Jan. 22 the mayor spoke; this week the council met, as in November.'
    expect(datesIn(text, DAY, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Jan. 22',
      'this week',
      'November',
    ])
  })
})

test('without a publication date, only complete dates are resolved', () => {
  expect(read('today, in November, on January 22, 2025', 'en', null)).toEqual([
    ['today', 'asks'],
    ['November', 'asks'],
    ['January 22, 2025', 'stated', '2025-01-22'],
  ])
})

test('an imprecise publication date leaves only relative dates unresolved', () => {
  expect(read('today, in November', 'en', '2025-01-29/2025-01-30')).toEqual([
    ['today', 'asks', '2025-01-29', '2025-01-30'],
    ['November', 'derived', '2024-11'],
  ])
  expect(read('in November', 'en', '2025-01')).toEqual([['November', 'derived', '2024-11']])
})

const WORDS = [
  'this week',
  'Wednesday',
  'in November',
  'on Jan. 22',
  'last week',
  'in March',
  'today',
  'last month',
  'May 5',
]

test('no text silently becomes a day, and every option is a date', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
      fc.constantFrom(...WORDS),
      (published, words) => {
        for (const { how, options } of datesIn(`It met ${words} again.`, published.toISOString().slice(0, 10), 'en')) {
          for (const option of options) expect(intervalOf(option)).not.toBeNull()
          if (how !== 'asks' && precisionOf(options[0]!) === 'day') expect(words).toMatch(/\d|today/)
          if (how !== 'asks') expect(options).toHaveLength(1)
        }
      },
    ),
  ))
