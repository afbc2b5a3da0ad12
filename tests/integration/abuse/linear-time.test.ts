import { afterAll, describe, expect, test } from 'vitest'
import { safeReturnPath } from '@/app/admin/sign-in/return-path'
import { COLLECTIONS } from '@/lib/records/collections'
import { readCompareQuery } from '@/lib/features/compare/compare-query'
import { DateInput } from '@/lib/records/shared/inexact-date'
import { datesIn } from '@/lib/text/dates-in-text/read'
import { candidatesIn } from '@/lib/features/intake/candidates'
import { quotedPassages } from '@/lib/text/quotes'
import { sentencesIn } from '@/lib/text/sentences'
import { truncateAtSentence } from '@/lib/features/social-preview/truncate'
import { urlKey } from '@/lib/records/sources/url-key'
import { clientKey } from '@/lib/platform/http/client-address'
import { searchTermsIn } from '@/lib/platform/lists/highlight'
import { parseSearchTerms } from '@/lib/platform/lists/text-filter'
import { separatorOf } from '@/lib/platform/files/csv-read'
import { attributesOf, elements, textOf } from '@/lib/platform/files/xml-read'
import { articleIn } from '@/lib/platform/fetch/article'
import { decode } from '@/lib/platform/fetch/charset'
import { edtfOf } from '@/lib/platform/fetch/page-metadata'
import { tidyText } from '@/lib/platform/fetch/tidy-text'
import { masked } from '@/lib/platform/logging/log'
import { slug } from '@/lib/platform/http/slug'
import { Suggestion } from '@/lib/features/suggestions/suggestion'
import { cleanText } from '@/lib/platform/text/clean-text'
import { validateUrl } from '@/server/stages/check-url'
import { routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { chooseEncoding } from '@/server/stages/compression'
import { isFresh } from '@/lib/platform/http/headers'

const page = (text: string) => ({
  finalUrl: 'https://a.example/',
  kind: 'html' as const,
  text,
})
const filters = Object.values(COLLECTIONS).map((one) => one.filters)

/** The functions that read untrusted text, by what they read. */
const READERS: Record<string, (text: string) => unknown> = {
  'an Accept-Encoding header': chooseEncoding,
  'an If-None-Match header': (text) => isFresh(text, '"x"'),
  'an X-Forwarded-For header': (text) =>
    clientKey({ headers: new Headers({ 'x-forwarded-for': text.replace(/[^\x20-\x7e]/g, 'x') }) }, '127.0.0.1'),
  'a URL path': (text) => [validateUrl(`/${text}`), routePolicyFor(`/${text}`)],
  'the return path of sign-in': (text) => safeReturnPath(`/admin?${text}`),
  'a search text': (text) => [parseSearchTerms(text), searchTermsIn(text)],
  'a list of places to compare': (text) => readCompareQuery({ place: text, on: text }),
  'every filter of every list': (text) =>
    filters.map((one) => one.parse(new URLSearchParams(one.parameters.map(({ name }) => [name, text])))),
  'a suggestion': (text) => Suggestion.safeParse({ kind: 'other', text, url: text, path: text, lang: 'en' }),
  'a date': (text) => DateInput.safeParse({ edtf: text, asWritten: text }),
  'a heading': (text) => [slug(text), truncateAtSentence(text, 60)],
  'the URL of a source': (text) => urlKey(`https://a.example/${encodeURIComponent(text).slice(0, 50)}${text}`),
  'the charset of a page': (text) => decode(Buffer.from(`charset${text}`), `charset${text}`),
  'the date in a page’s metadata': edtfOf,
  'a text to clean': cleanText,
  'the message of an error': masked,
  'a captured text': (text) => [tidyText(text), sentencesIn(text), quotedPassages(text)],
  'the dates in a captured text': (text) => datesIn(text, '2025-01-20', 'en'),
  'the candidates in a captured text': (text) => candidatesIn(text, '2025-01-20', 'en'),
  'a captured page': (text) => articleIn(page(`<p>${text}`)),
  'a CSV file': separatorOf,
  'the XML of a workbook': (text) => [
    elements(`<c ${text}`, 'c').map(attributesOf),
    attributesOf({ tag: text, inner: '' }),
    textOf(`<t>${text}</t>`),
    textOf(text, true),
  ],
}

const FRAGMENTS = [
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
const FACTOR = 8

/** Processor time, which is independent of other processes on the machine. */
const cpuMs = (read: (text: string) => unknown, text: string): number => {
  const before = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

// Quadratic work takes 64 times as long for eight times the text, linear work eight times. Garbage collection may make
// one attempt slow, so a fragment counts as slow only if five attempts in a row are.
const MAX_RATIO = 30
const ATTEMPTS = 5
/** Shorter times are noise. */
const FLOOR_MS = 5

describe('eight times the text takes no more than some eight times the processor time', () => {
  test.each(Object.entries(READERS))('%s is read in linear time', (_, read) => {
    const slow = FRAGMENTS.filter((fragment) => {
      const text = (length: number) => `${fragment.repeat(length / fragment.length)}\u00B7x`
      const isSlow = () => cpuMs(read, text(SHORT * FACTOR)) / Math.max(FLOOR_MS, cpuMs(read, text(SHORT))) > MAX_RATIO
      return Array.from({ length: ATTEMPTS }).every(isSlow)
    })
    expect(slow).toEqual([])
  })
})

afterAll(() => console.log(`${Object.keys(READERS).length} readers of ${FRAGMENTS.length} kinds of text each`))
