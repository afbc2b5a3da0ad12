import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateOrigin } from '@/server/stages/csrf'
import { normalizePublicRead, stripInternalHeaders } from '@/server/stages/normalize-request'
import { settings } from '@/lib/platform/settings/settings'
import { headerNames } from '@/tests/fixtures/header-names'

const { siteUrl } = settings()
const host = 'record.example:8080'
const ours = `http://${host}`
const refused = (headers: IncomingHttpHeaders, method = 'POST') =>
  validateOrigin({ allowCrossOriginWrites: false }, method, { host, ...headers })?.status

const TAKEN: IncomingHttpHeaders[] = [
  { origin: ours },
  { origin: siteUrl },
  { origin: ours, 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin' },
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
  { referer: `${ours}/admin/sign-in?to=x` },
]
const FOREIGN: IncomingHttpHeaders[] = [
  {},
  { origin: 'https://evil.example' },
  { origin: `${ours}.evil.example` },
  { origin: `http://evil.example/${host}` },
  { origin: `http://${host}@evil.example` },
  { origin: 'https://record.example' },
  { origin: ours.replace('http:', 'https:') },
  { origin: siteUrl.replace('http:', 'https:') },
  { referer: `${ours.replace('http:', 'https:')}/` },
  { origin: 'null' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { origin: 'nonsense' },
  { origin: '' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', referer: `${ours}/` },
  { referer: `https://evil.example/?${ours}` },
  { referer: 'about:blank' },
  { origin: 'https://evil.example', referer: `${ours}/`, 'sec-fetch-site': 'same-origin' },
]

test.each(TAKEN)('a form of this site is taken: %j', (headers) => expect(refused(headers)).toBeUndefined())
test.each(FOREIGN)('any other origin is rejected for every unsafe method: %j', (headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(refused(headers, method)).toBe(403)
})
test('reads are allowed from every origin', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    for (const headers of FOREIGN) expect(refused(headers, method)).toBeUndefined()
})

test('internal framework headers are stripped from requests, and all others stay', () => {
  const inner = [
    ...['x-middleware-subrequest', 'x-middleware-prefetch', 'x-nextjs-data', 'x-invoke-path', 'x-matched-path'],
    'x-forwarded-proto',
  ]
  const others = ['cookie', 'accept', 'x-forwarded-for', 'x-action-forwarded', 'next-action', 'rsc', 'x-requested-with']
  const headers = Object.fromEntries([...inner, ...others].map((name) => [name, '1']))
  stripInternalHeaders(headers)
  expect(Object.keys(headers)).toEqual(others)
})

test('a public page is rendered with the same headers for every client', () =>
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...headerNames()), fc.string()), (headers) => {
      const { 'x-forwarded-for': forwarded, 'if-none-match': ifNoneMatch } = headers
      const [page, file] = [{ headers }, { headers }] as [IncomingMessage, IncomingMessage]
      normalizePublicRead(page, false)
      normalizePublicRead(file, true)
      const common = { host: new URL(siteUrl).host, 'user-agent': 'reader', 'x-forwarded-for': forwarded }
      expect(page.headers).toEqual(common)
      expect(file.headers).toEqual({ ...common, 'if-none-match': ifNoneMatch })
    }),
  ))
