import { afterAll, describe, expect, test } from 'vitest'
import { safeReturnPath } from '@/app/admin/sign-in/return-path'
import { COLLECTIONS } from '@/lib/records/collections'
import { readCompareQuery } from '@/lib/features/compare/compare-query'
import { DateInput } from '@/lib/records/shared/inexact-date'
import { datesIn } from '@/lib/text/dates-in-text/read'
import { candidatesIn } from '@/lib/features/intake/candidates'
import { quotedPassages } from '@/lib/text/quotes'
import { sentencesIn } from '@/lib/text/sentences'
import { truncateAtSentence } from '@/lib/features/social-preview/cut'
import { urlKey } from '@/lib/records/sources/url-key'
import { clientKey } from '@/lib/platform/http/client-address'
import { searchTermsIn } from '@/lib/platform/lists/highlight'
import { termsOf } from '@/lib/platform/lists/text-filter'
import { separatorOf } from '@/lib/platform/files/csv-read'
import { attributesOf, elements, textOf } from '@/lib/platform/files/xml-read'
import { articleIn } from '@/lib/platform/fetch/article'
import { decode } from '@/lib/platform/fetch/charset'
import { edtfOf } from '@/lib/platform/fetch/page-metadata'
import { tidyText } from '@/lib/platform/fetch/tidy-text'
import { slug } from '@/lib/platform/http/slug'
import { Suggestion } from '@/lib/features/suggestions/suggestion'
import { cleanText } from '@/lib/platform/text/clean-text'
import { refuseAddress } from '@/server/stages/check-url'
import { routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { chooseEncoding } from '@/server/stages/compression'
import { isFresh } from '@/lib/platform/http/headers'

const page = (text: string) => ({
  url: 'https://a.example/',
  finalUrl: 'https://a.example/',
  kind: 'html' as const,
  text,
})
const filters = Object.values(COLLECTIONS).map((one) => one.filters)

/** What reads text from outside, by who sends it. */
const READERS: Record<string, (text: string) => unknown> = {
  'a header that says encodings': chooseEncoding,
  'a header that names versions': (text) => isFresh(text, '"x"'),
  'a header that names callers': (text) =>
    clientKey({ headers: new Headers({ 'x-forwarded-for': text.replace(/[^\x20-\x7e]/g, 'x') }) }, '127.0.0.1'),
  'an address': (text) => [refuseAddress(`/${text}`), routePolicyFor(`/${text}`)],
  'where to go after signing in': (text) => safeReturnPath(`/admin?${text}`),
  'words to search for': (text) => [termsOf(text), searchTermsIn(text)],
  'places to compare': (text) => readCompareQuery({ place: text, on: text }),
  'every filter of every list': (text) =>
    filters.map((one) => one.parse(new URLSearchParams(one.parameters.map(({ name }) => [name, text])))),
  'a suggestion': (text) => Suggestion.safeParse({ kind: 'other', text, url: text, path: text, lang: 'en' }),
  'a date': (text) => DateInput.safeParse({ edtf: text, asWritten: text }),
  'a heading': (text) => [slug(text), truncateAtSentence(text, 60)],
  'the address of a source': (text) => urlKey(`https://a.example/${encodeURIComponent(text).slice(0, 50)}${text}`),
  'the charset of a page': (text) => decode(Buffer.from(`charset${text}`), `charset${text}`),
  'the time that a page states': edtfOf,
  'a text without what can’t be kept': cleanText,
  'a captured text': (text) => [tidyText(text), sentencesIn(text), quotedPassages(text)],
  'the dates in a captured text': (text) => datesIn(text, '2025-01-20', 'en'),
  'the candidates in a captured text': (text) => candidatesIn(text, '2025-01-20', 'en'),
  'a page that is captured': (text) => articleIn(page(`<p>${text}`)),
  'a CSV file': separatorOf,
  'the XML of a workbook': (text) => [
    elements(`<c ${text}`, 'c').map(attributesOf),
    attributesOf({ tag: text, inner: '' }),
    textOf(`<t>${text}</t>`),
    textOf(text, true),
  ],
}

const PIECES = [
  ...[
    ' ',
    '\t',
    '\n',
    '.',
    ',',
    ';',
    '-',
    '/',
    ':',
    '&',
    '=',
    '0',
    '9',
    'a',
    'Z',
    'ñ',
    '"',
    '“',
    "'",
    '(',
    '[',
    '<',
    '%20',
  ],
  ...[
    'a.',
    'A. ',
    '" ',
    '“a ',
    '""',
    "a='",
    'a="',
    '<a ',
    '<c ',
    '<t ',
    '<t><rPh ',
    '<![CDATA[',
    '&#',
    '&a',
    '..',
    '!?',
  ],
  ...[
    'Jan 1 ',
    '1/1/',
    '2025-01-',
    'last ',
    'said ',
    'Mayor Ana ',
    'the City of ',
    'a;q=',
    'W/"',
    '::',
    '\u0301',
    '😀',
  ],
]

const SHORT = 4_000
const TIMES = 8

const millis = (read: (text: string) => unknown, text: string): number => {
  const started = performance.now()
  read(text)
  return performance.now() - started
}

describe('eight times the text takes no more than some eight times as long', () => {
  // In one run, with a floor: work that grows with the square would take sixty-four times as long.
  test.each(Object.entries(READERS))('for %s', { timeout: 120_000 }, (_, read) => {
    const slow = PIECES.filter((piece) => {
      const long = (length: number) => `${piece.repeat(length / piece.length)}\u00B7x`
      const ratio = () => {
        const short = Math.max(5, millis(read, long(SHORT)))
        return millis(read, long(SHORT * TIMES)) / short
      }
      // A pause of the machine is no property of the pattern: only what is slow three times is.
      return ratio() > 30 && ratio() > 30 && ratio() > 30
    })
    expect(slow).toEqual([])
  })
})

afterAll(() => console.log(`${Object.keys(READERS).length} readers of ${PIECES.length} kinds of text each`))
