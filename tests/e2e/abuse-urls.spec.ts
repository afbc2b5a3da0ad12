import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { ROOT } from '@/scripts/paths'
import { cases } from '@/tests/fixtures/thorough'
import { ENDINGS, PARAMETERS, VALUES, raw } from './abuse'
import { expect, test } from './admin'

/** Every route of the site, derived from its folders, with `[name]` for each parameter. */
const ROUTES = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .map((path) => `/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\/(page\.tsx|route\.tsx?)$/.test(path))
  .map(
    (path) =>
      path
        .replace(/\/[^/]+$/, '')
        .replace(/^\/download/, '')
        .replace(/\[lang\]\/?/, '') || '/',
  )
  .flatMap((path) => [path, ...(path.startsWith('/admin') || path.startsWith('/api') ? [] : [`/es${path}`])])

const value = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '?'))),
  fc.webQueryParameters(),
)
const pair = fc.tuple(fc.constantFrom(...PARAMETERS), value).map(([name, one]) => `${name}=${one}`)
const address = fc
  .tuple(
    fc.constantFrom(...ROUTES),
    fc.array(value, { minLength: 3, maxLength: 3 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...ENDINGS) }),
    fc.array(pair, { maxLength: 6 }),
  )
  .map(([route, values, ending, pairs]) => {
    let at = 0
    const path = route.replace(/\[(\.\.\.)?\w+\]/g, () => values[at++]! || 'x')
    return (path + ending + (pairs.length ? `?${pairs.join('&')}` : '')).replace(/[^\x21-\x7e]/g, '_').slice(0, 9_000)
  })

const REQUESTS = cases(800).numRuns
/** Downloads are rate-limited by client address, so each request has a different one. */
let from = 0
const caller = () => ({ 'x-forwarded-for': `203.0.${113 + (from >> 8)}.${from++ & 255}` })

test(`no URL of the site causes a server error, whatever its parameters: ${REQUESTS} requests`, async ({ baseURL }) => {
  test.setTimeout(600_000)
  const counts: Record<string, number> = {}
  const wrong: string[] = []
  const addresses = fc.sample(address, { numRuns: REQUESTS, seed: 20261122 })
  const work = async () => {
    for (let path = addresses.pop(); path; path = addresses.pop()) {
      const { status, headers } = await raw(baseURL!, path, caller())
      const group = `${Math.floor(status / 100)}xx`
      counts[group] = (counts[group] ?? 0) + 1
      // A 503 on a busy test machine is not an error.
      if (status >= 500 && status !== 503) wrong.push(`${status} ${path.slice(0, 300)}`)
      const mayKeep = !path.startsWith('/admin') || !/no-store/.test(headers['cache-control'] ?? '')
      if (headers['set-cookie'] && mayKeep) wrong.push(`sets a cookie: ${path.slice(0, 300)}`)
      const { location } = headers
      if (location && !/^\/(?![/\\])/.test(location.replace(baseURL!, ''))) wrong.push(`leads to ${location}`)
      if (/^\/(admin|%61dmin)/i.test(path) && status < 400 && !/no-store/.test(headers['cache-control'] ?? ''))
        wrong.push(`may be kept: ${path.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  expect(wrong).toEqual([])
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(REQUESTS)
  expect(counts['2xx']).toBeGreaterThan(100)
  console.log(`${REQUESTS} hostile addresses:`, counts)
})

const ELSEWHERE = [
  ...[
    '//evil.example',
    '/\\evil.example',
    '/%5cevil.example',
    '/%2f%2fevil.example',
    '//evil.example/%2e%2e',
    '/en//evil.example',
  ],
  ...[
    '/en/%2f%2fevil.example',
    '/en/\\evil.example',
    '/en/https://evil.example',
    '/en/%5c%5cevil.example',
    '/es//evil.example',
  ],
  ...[
    '/.evil.example',
    '/@evil.example',
    '/%40evil.example',
    '/en/@evil.example',
    '/en/.evil.example',
    '///evil.example',
  ],
  ...[
    '/%09/evil.example',
    '/%0a/evil.example',
    '/en/%0d%0aLocation:%20//evil.example',
    '/statements/%2f%2fevil.example',
  ],
  ...[
    '/statements/0123456789-//evil.example',
    '/admin?to=//evil.example',
    '/admin/..;//evil.example',
    '/admin/%2e%2e//evil',
  ],
  ...['/index.html?next=//evil.example', '/?url=//evil.example', '/en?to=//evil.example', '/en/?x=//evil.example'],
]

test('no URL redirects to another site', async ({ baseURL }) => {
  for (const path of ELSEWHERE)
    for (const headers of <Record<string, string>[]>[
      {},
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ]) {
      const { status, headers: said } = await raw(baseURL!, path, headers)
      expect(status, path).toBeLessThan(500)
      const { host } = new URL(said.location ?? '/', `${baseURL}/`)
      expect(host, `${path} → ${said.location}`).toBe(new URL(baseURL!).host)
      expect(said.location ?? '', path).not.toMatch(/^\s*[/\\]{2}/)
    }
  expect(ELSEWHERE.length).toBeGreaterThan(25)
})

test('no parameter injects a header: file names, redirects, pagination links', async ({ baseURL }) => {
  const breaks = [
    '%0d%0aX-Canary:%201',
    '%0aX-Canary:%201',
    '%E5%98%8D%E5%98%8AX-Canary:%201',
    '%0d%0a%0d%0a<html>',
    '%22;x="',
    '%E2%80%AE',
  ]
  let sent = 0
  for (const one of breaks)
    for (const path of [
      ...[`/statements.csv?q=${one}`, `/statements.xlsx?topic=${one}`, `/statements.json?limit=1&after=${one}`],
      ...[`/en/${one}`, `/en/statements/${one}`, `/statements/${one}`, `/admin/${one}`, `/admin/entries?q=${one}`],
      ...[
        `/api/v1/statements?cursor=${one}`,
        `/api/v1/statements?limit=1&q=${one}`,
        `/data/${one}.zip`,
        `/map?topic=${one}`,
      ],
      ...[
        `/figures/map.svg?topic=${one}&state=${one}`,
        `/api/oembed?url=${one}`,
        `/og/card.png?path=${one}`,
        `/suggest?about=${one}`,
      ],
    ]) {
      const { headers, status } = await raw(baseURL!, path, caller())
      expect(headers, path).not.toHaveProperty('x-canary')
      expect(status, path).toBeLessThan(500)
      expect(headers['content-disposition'] ?? '', path).toMatch(/^$|^(attachment|inline); filename="[\w.-]+"$/)
      sent++
    }
  console.log(`${sent} requests with line breaks in what reaches a header`)
})
