import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './reading'
import { LISTS } from './record-types'

const PAGES = [
  ...LISTS.map((type) => `/${type}`),
  ...['/es/statements', '/statements?state=TX', '/statements?sort=updated'],
]
const OTHERS = [
  '/',
  '/nv/las-vegas',
  '/compare',
  '/map',
  '/timeline',
  '/search?q=johnson',
  '/about/codebook',
  '/nowhere',
]

/** The transferred bytes of a URL. */
const sent = async (request: APIRequestContext, path: string): Promise<number> =>
  Number((await request.get(path, { headers: { 'accept-encoding': 'br' } })).headers()['content-length'])

const sum = async (request: APIRequestContext, paths: Iterable<string>) =>
  (await Promise.all([...new Set(paths)].map((path) => sent(request, path)))).reduce((all, one) => all + one, 0)

/** The files of a kind that a page loads, from its HTML or its preload header. */
const named = async (request: APIRequestContext, path: string, ending: string): Promise<string[]> => {
  const page = await request.get(path)
  const tags = (await page.text()).match(/<(?:script|link)\b[^>]*>/g) ?? []
  const places = [...tags, page.headers().link].join()
  return [...new Set(places.match(new RegExp(`/[\\w./-]+\\.${ending}\\b`, 'g')))]
}

test('a public page loads one client script of at most 3 kB and no framework script', async ({ request }) => {
  for (const path of [...PAGES, ...OTHERS]) {
    const scripts = await named(request, path, 'js')
    expect(scripts, path).toEqual([expect.stringMatching(/^\/_next\/static\/browser\/site-\w+\.js$/)])
    expect(await sum(request, scripts), path).toBeLessThanOrEqual(3_000)
    expect(await (await request.get(path)).text(), path).not.toMatch(/__next_f|TURBOPACK/)
  }
})

test('only a table loads React, with its own client script', async ({ request }) => {
  const scripts = await named(request, '/statements?view=table', 'js')
  expect(scripts.map((path) => path.replace(/-\w+\.js$/, ''))).toEqual([
    '/_next/static/browser/table',
    '/_next/static/browser/site',
  ])
  expect(await sum(request, scripts)).toBeLessThan(80_000)
})

test('a list’s page is at most 15 kB', async ({ request }) => {
  for (const path of PAGES) expect(await sent(request, path), path).toBeLessThanOrEqual(15_000)
})

test('stylesheets are at most 16 kB and fonts under 120 kB', async ({ request }) => {
  for (const path of [...PAGES, ...OTHERS]) {
    const styles = await named(request, path, 'css')
    expect(styles.length, path).toBeGreaterThan(0)
    expect(await sum(request, styles), path).toBeLessThanOrEqual(16_000)
    const fonts = await named(request, path, 'woff2')
    expect(fonts.length, path).toBeGreaterThan(0)
    expect(await sum(request, fonts), path).toBeLessThan(120_000)
  }
})
