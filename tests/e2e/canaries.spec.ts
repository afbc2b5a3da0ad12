import type { APIRequestContext, APIResponse } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { CANARIES, PLANTED } from './canaries'
import { expect, test } from './admin'
import { RECORD_TYPES } from './record-types'

/** The text of a response: its headers and its body, unpacked if it is an archive. */
async function wholly(answer: APIResponse): Promise<string> {
  const headers = answer.headersArray().map(({ name, value }) => `${name}: ${value}`)
  const body = await answer.body()
  const zipped = body.subarray(0, 2).toString() === 'PK'
  const texts = zipped
    ? Object.entries(unzipSync(body)).map(([name, bytes]) => name + strFromU8(bytes))
    : [body.toString('utf8')]
  return [...headers, ...texts].join('\n')
}

const ENDINGS = /\.(csv|json|xlsx|atom|zip|png|svg|js|css|ico|xml|txt|webmanifest)(\?|$)/

/** The pages linked from these, breadth first, up to a maximum. */
async function pages(request: APIRequestContext, from: string[], most: number): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const queue = [...from]
  for (let path = queue.shift(); path && found.size < most; path = queue.shift()) {
    if (found.has(path)) continue
    const text = await wholly(await request.get(path))
    found.set(path, text)
    for (const [, to] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const plain = to!.replaceAll('&amp;', '&')
      const known = found.has(plain) || queue.includes(plain)
      // A few URLs of each kind are enough, and the admin area is not public.
      if (!known && !ENDINGS.test(plain) && !/^\/(_next|admin)/.test(plain)) queue.push(plain)
    }
    queue.sort((a, b) => a.split(/[/?&]/).length - b.split(/[/?&]/).length)
  }
  return found
}

/** One URL of each kind besides pages: files, feeds, images, embeds, the API. */
function named(texts: Iterable<string>): string[] {
  const kinds = new Map<string, string>()
  for (const text of texts)
    for (const [, to] of text.matchAll(/(?:href|src|content)="(?:http:\/\/127\.0\.0\.1:\d+)?(\/[^"#]+)/g)) {
      const path = to!.replaceAll('&amp;', '&')
      const kind = path
        .split('?')[0]!
        .replace(/\b(?=[a-z]*\d)[\da-z]{10}\b[\w-]*/g, 'ID')
        .replace(/\/[a-z]{2}\/[a-z-]+\./, '/PLACE.')
      if (ENDINGS.test(path) || /^(\/es)?\/(og|embed|figures|api)\//.test(path)) kinds.set(kind, path)
    }
  return [...kinds.values()].filter((path) => !/^\/(_next|admin)/.test(path))
}

test('public responses contain no data of users, drafts or suggestions', async ({
  as,
  request,
  playwright,
  baseURL,
}) => {
  const administrator = await as('administrator')
  await administrator.goto('/admin/people')
  const links = administrator.locator('a[href^="/admin/people/"]:not([href$="/invite"])')
  const ids = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!.split('/').at(-1)!))
  expect(ids.length).toBeGreaterThanOrEqual(4)
  const canaries = [...CANARIES, ...ids]

  // The canaries exist in the database.
  await administrator.goto('/admin/suggestions?state=all')
  await expect(administrator.locator('main')).toContainText(PLANTED.suggestion)

  const said = await pages(request, ['/', '/es', '/tx/el-paso', '/suggest?about=/tx/el-paso'], 160)
  expect(said.size).toBeGreaterThan(100)
  const others = [
    ...RECORD_TYPES.flatMap((type) => [
      ...['csv', 'json', 'xlsx', 'atom', 'feed.json'].map((form) => `/${type}.${form}`),
      `/api/v1/${type}?limit=100`,
    ]),
    ...['/changes.atom', '/about/corrections.atom', '/data.zip', '/sitemap.xml', '/robots.txt', '/api/v1'],
    ...['/api/v1/changes', '/api/v1/openapi.json', '/api/v1/places?q=el', '/api/v1/search?q=paper', '/api/health'],
    ...['/api/suggest?q=e', '/search?q=Zwischenraum', `/search?q=${encodeURIComponent('Edda Editor')}`],
    ...['/statements/0000000000', '/nowhere/at/all', '/statements?state=ZZ', '/statements.csv?state=ZZ', '/%E0%A4%A'],
    ...['/suggest/0000000000', '/admin', '/admin/people', '/admin/sign-in', '/admin/join/x', '/embed/statements'],
  ]
  const files = named(said.values())
  for (const form of [/\.atom/, /\.feed\.json/, /\.csv/, /\.json/, /\.xlsx/, /\/og\/.+\.png/, /^\/figures\//])
    expect(
      files.some((path) => form.test(path)),
      String(form),
    ).toBe(true)
  for (const type of RECORD_TYPES) {
    const { data } = (await (await request.get(`/api/v1/${type}?size=1`)).json()) as { data: { id: string }[] }
    const { id } = data[0]!
    others.push(`/api/v1/${type}/${id}`, `/api/v1/${type}/${id}/versions`, `/embed/${type}/${id}`, `/es/embed/${type}`)
    others.push(`/api/oembed?url=${encodeURIComponent(`${baseURL}/${type}/${id}`)}`)
  }
  others.push(...['/embed/map', '/embed.js', '/manifest.webmanifest', '/sitemap.xml?part=1', '/data.zip?on=2026-11-22'])
  for (const path of [...others, ...files]) said.set(path, await wholly(await request.get(path, { maxRedirects: 0 })))
  said.set('POST /', await wholly(await request.post('/')))
  said.set('POST /api/v1', await wholly(await request.post('/api/v1/statements', { data: '{' })))

  // An admin cookie does not change a public response.
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL!,
    storageState: await administrator.context().storageState(),
  })
  for (const path of ['/', '/tx/el-paso', '/statements', '/api/v1/statements', '/suggest', '/sources.csv'])
    said.set(`signed in: ${path}`, await wholly(await signedIn.get(path)))
  await signedIn.dispose()

  const sung = [...said].flatMap(([path, text]) => {
    // A response repeats its own query.
    const asked = decodeURIComponent(path.includes('q=') ? path.split('q=')[1]! : '')
    return canaries.filter((one) => one !== asked && text.includes(one)).map((one) => `${path}: ${one}`)
  })
  expect(sung).toEqual([])
  console.log(`${said.size} answers without one of ${canaries.length} canaries`)
})
