import { cases } from '@/tests/fixtures/thorough'
import { ELSEWHERE, HOSTILE, hostileId } from '@/tests/fixtures/hostile-input'
import { expect, test } from './admin'
import { ASIDE, HOSTILE_PLACE, receiptOf } from './hostile'
import { RECORD_TYPES } from './record-types'
import { watch } from './injection-watch'

const NAMES = Object.keys(HOSTILE)

/** The pages that show a set-aside save and the texts of one source. */
const ONE = hostileId('sources', 'script')
const OF_ONE = [`entries/${ASIDE}/compare`, `history/sources/${ONE}?from=1&to=draft`]

/** A quarter of the payloads, different for each record type and `turn`; all of them with `THOROUGH=4`. */
const some = (type: string, turn = 0) =>
  NAMES.filter((_, at) => (at + turn + RECORD_TYPES.indexOf(type)) % 4 < cases(1).numRuns)

/** Each payload on two of these pages, other ones for the next payload; on all of them with `THOROUGH=4`. */
const inTurn = (pages: ((name: string) => string)[]) =>
  NAMES.flatMap((name, at) =>
    pages.filter((_, index) => (index + 2 * at) % pages.length < cases(2).numRuns).map((page) => page(name)),
  )

test('hostile text in an entry renders as text on every public page, embed, list and search result', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(400_000)
  const { open } = await watch(page, baseURL!)
  const paths = RECORD_TYPES.flatMap((type) => some(type).map((name) => `/${type}/${hostileId(type, name)}`))
  const ways = [
    (name: string) => `/embed/statements/${hostileId('statements', name)}`,
    (name: string) => `/suggest/${receiptOf(name)}`,
    (name: string) => `/organizations/${hostileId('organizations', name)}?version=1`,
    (name: string) => `/search?q=${encodeURIComponent(HOSTILE[name]!)}`,
    (name: string) => `/statements?q=${encodeURIComponent(HOSTILE[name]!)}`,
    (name: string) => `/es/officials?q=${encodeURIComponent(HOSTILE[name]!)}`,
  ]
  paths.push(...inTurn(ways))
  paths.push(HOSTILE_PLACE, `/es${HOSTILE_PLACE}`, `/compare?place=${HOSTILE_PLACE}&place=/tx/el-paso`, '/timeline')
  for (const type of RECORD_TYPES) {
    paths.push(`/${type}?state=WY&view=table&rows=all`, `/embed/${type}?state=WY`)
    paths.push(...some(type, 2).map((name) => `/es/${type}/${hostileId(type, name)}`))
  }
  paths.push('/about/corrections', '/wy')
  let seen: string[] = []
  for (const path of paths) seen = await open(path)
  expect(seen).toEqual([])
  expect(paths.length).toBeGreaterThan(60)
  console.log(`${paths.length} public pages with hostile entries: no script, no dialog, nothing asked for elsewhere`)
})

test('hostile text in files and feeds is plain cells and text: no formula, markup or entity', async ({
  page,
  request,
}) => {
  await page.goto('/about')
  let files = 0
  for (const type of RECORD_TYPES) {
    const at = (ending: string) => request.get(`/${type}.${ending}`)
    const csv = await (await at('csv')).text()
    expect(csv, type).toContain('hostile')
    for (const [, cell] of csv.matchAll(/(?:^|,|\n)"?([^",\n]*)/g)) expect(cell!).not.toMatch(/^[=+@]/)
    for (const ending of ['json', 'feed.json']) {
      const answer = await at(ending)
      expect(answer.headers()['content-type'], type).toMatch(/json/)
      expect(answer.headers()['x-content-type-options']).toBe('nosniff')
      JSON.parse(await answer.text())
    }
    const atom = await (await at('atom')).text()
    const wrong = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror, script, svg, img') !== null,
      atom,
    )
    expect(wrong, `${type}.atom`).toBe(false)
    expect((await at('xlsx')).status()).toBe(200)
    files += 5
  }
  for (const name of NAMES)
    for (const type of RECORD_TYPES) {
      const record = await request.get(`/${type}/${hostileId(type, name)}.json`)
      expect(record.status()).toBeLessThan(400)
      expect(record.headers()['content-security-policy']).toContain('sandbox')
      files++
    }
  expect(files).toBeGreaterThan(90)
})

test('hostile text renders as text in the admin area: lists, forms, history, comparison, preview and suggestions', async ({
  as,
  baseURL,
}) => {
  test.setTimeout(400_000)
  const page = await as('editor')
  await page.goto('/admin/suggestions?state=all')
  const letters = await page
    .locator('a[href^="/admin/suggestions/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  expect(letters.length).toBeGreaterThanOrEqual(NAMES.length)
  await page.goto(`/admin/sources/${ONE}`)
  const text = await page.locator(`a[href^="/admin/sources/${ONE}/text"]`).first().getAttribute('href')
  const { open } = await watch(page, baseURL!)
  const forms = RECORD_TYPES.slice(0, 7).filter((type) => type !== 'organizations')
  const paths = forms.flatMap((type) =>
    some(type).flatMap((name) => {
      const draft = `/admin/entries/${type}-${hostileId(type, name)}`
      const pages = [draft, `${draft}/preview`, `${draft}/review`, `/admin/history/${type}/${hostileId(type, name)}`]
      return pages.filter((_, at) => (at + NAMES.indexOf(name)) % 4 < cases(2).numRuns)
    }),
  )
  const source = (name: string) => `/admin/sources/${hostileId('sources', name)}`
  paths.push(
    ...inTurn([
      source,
      (name) => `${source(name)}?failed=status&detail=${encodeURIComponent(HOSTILE[name]!)}`,
      (name) => `/admin/entries?q=${encodeURIComponent(HOSTILE[name]!)}`,
    ]),
  )
  let seen: string[] = []
  for (const path of [
    ...paths,
    ...letters,
    '/admin',
    '/admin/entries',
    '/admin/changes',
    '/admin/sources',
    '/admin/duplicates',
    text!,
    ...OF_ONE.map((path) => `/admin/${path}`),
  ])
    seen = await open(path)
  expect(seen).toEqual([])
  console.log(`${paths.length + letters.length + 6 + OF_ONE.length} pages of the admin area with hostile entries`)
})

test('only an HTTP(S) URL becomes a link', async ({ page }) => {
  await page.goto(`/sources/${hostileId('sources', 'script')}`)
  const links = await page
    .locator('main a[href*="elsewhere.example"]')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(new RegExp(`^https://${ELSEWHERE}/script\\?q=%22%3E%3Cscript%3E`))
})
