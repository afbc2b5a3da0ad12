import type { APIRequestContext } from '@playwright/test'
import { cases } from '@/tests/fixtures/thorough'
import { idFor } from '@/lib/platform/publishing/ids'
import { WORK } from './admin-work'
import { expect, test } from './admin'
import { adminRoutes } from './admin-paths'
import { ASIDE } from './hostile'

/** Ids of unpublished drafts, and an unknown id of the same length. */
const DRAFTS = { statements: WORK.statement, officials: WORK.official, sources: WORK.scheduled }
const NOBODYS = idFor('statements', 'nobody knows this')

/** The whole response, with the requested id replaced by a placeholder. */
const told = async (request: APIRequestContext, path: string, id: string, method = 'GET', headers = {}) => {
  const answer = await request.fetch(path, { method, headers, maxRedirects: 0 })
  const plain = (text: string) => text.replaceAll(id, 'ID').replace(/'(?:sha256|nonce)-[\w+/=]+'| nonce="[^"]*";?/g, '')
  const said = Object.entries(answer.headers()).filter(
    ([name]) => !/^(date|x-request-id|etag|content-length)$/.test(name),
  )
  return {
    status: answer.status(),
    headers: said.map(([name, value]) => `${name}: ${plain(value)}`).toSorted(),
    // The order of the framework's script data varies.
    body: plain(await answer.text()).replace(/<script\b[^>]*>[^]*?<\/script>/g, ''),
  }
}

test('an unpublished draft gets the same response as a missing record: pages, files, embeds and API', async ({
  request,
  baseURL,
}) => {
  let asked = 0
  for (const [type, draft] of Object.entries(DRAFTS)) {
    const paths = (id: string) => [
      ...[
        `/${type}/${id}`,
        `/es/${type}/${id}`,
        `/${type}/${id}?version=1`,
        `/${type}/${id}-mayor`,
        `/${type}/${id}.json`,
      ],
      ...[
        `/embed/${type}/${id}`,
        `/es/embed/${type}/${id}`,
        `/suggest?about=/${type}/${id}`,
        `/og/card.png?path=/${type}/${id}`,
      ],
      ...[`/api/v1/${type}/${id}`, `/api/v1/${type}/${id}/versions`, `/api/v1/${type}/${id}/versions/1`],
      ...[`/api/oembed?url=${encodeURIComponent(`${baseURL}/${type}/${id}`)}`, `/search?q=${id}`, `/${type}?q=${id}`],
    ]
    const others = paths(NOBODYS)
    for (const [at, path] of paths(draft).entries()) {
      expect(await told(request, path, draft), path).toEqual(await told(request, others[at]!, NOBODYS))
      asked += 2
    }
  }
  console.log(`${asked} answers about drafts and about nothing: the same`)
})

/** The URL of a route for this id. A draft's URL contains its record. */
const filled = (route: string, id: string): string => {
  const [, type = 'sources', recordId = id] = /^([a-z-]+)-([0-9a-z]{10})$/.exec(id) ?? []
  return route
    .replace('[type]', type)
    .replace(/\[(recordId|into|from)\]/g, recordId)
    .replace(/\[[.\w]+\]/g, id)
}

/** A third of the admin URLs with a parameter in every run, all of them with `THOROUGH=3`. */
const ROUTES = [...adminRoutes('page.tsx'), ...adminRoutes('route.ts')]
  .filter((one) => one.includes('['))
  .filter((_, at) => (at + new Date().getUTCDate()) % 3 < cases(1).numRuns)

test('no admin URL reveals to a visitor which drafts, imports, suggestions or users exist', async ({
  as,
  request,
  baseURL,
}) => {
  const administrator = await as('administrator')
  const idsAt = async (page: string, begins: string) => {
    await administrator.goto(page)
    const links = await administrator
      .locator(`main a[href^="${begins}/"]`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    return links.map((link) => link.slice(begins.length + 1)).filter((id) => /^[\w-]{8,}$/.test(id))
  }
  const there = [
    `statements-${DRAFTS.statements}`,
    ASIDE,
    (await idsAt('/admin/suggestions?state=all', '/admin/suggestions'))[0]!,
    (await idsAt('/admin/people', '/admin/people'))[0]!,
  ]
  let asked = 0
  const compare = async (route: string, id: string, method: string) => {
    const missing = id.replace(/[0-9a-z](?=[0-9a-z]{0,8}$)/g, 'q')
    const answers = [id, missing].map((one) =>
      told(request, filled(route, one), one.slice(one.lastIndexOf('-') + 1), method, { origin: baseURL! }),
    )
    const [one, other] = await Promise.all(answers)
    expect(one, `${method} ${filled(route, id)}`).toEqual(other)
    asked += 2
  }
  // A few at a time, because more concurrent requests are rejected.
  for (const route of ROUTES)
    for (const id of there) await Promise.all(['GET', 'POST'].map((method) => compare(route, id, method)))
  expect(asked).toBe(16 * ROUTES.length)
  console.log(`${asked} answers to nobody in the admin area: the same whether there is something or not`)
})

test('no admin URL reveals to a contributor which imports or accounts exist', async ({ as, baseURL }) => {
  const page = await as('contributor')
  const [administrator] = [await as('administrator')]
  await administrator.goto('/admin/people')
  const person = await administrator
    .locator('a[href^="/admin/people/"]:not([href$="/invite"])')
    .first()
    .getAttribute('href')
  const headers = { origin: baseURL! }
  const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('words,labeller\na,b\n') }
  const sent = { multipart: { kind: 'type-labels', file }, headers, maxRedirects: 0 }
  const batch = (await administrator.request.post('/admin/imports/upload', sent)).headers().location
  for (const path of [person!, batch!, `${batch}/refused`]) {
    const id = path.split('/')[3]!
    const missing = id.replace(/[0-9a-z]/g, '0')
    expect(await told(page.request, path, id, 'GET', headers), path).toEqual(
      await told(page.request, path.replace(id, missing), missing, 'GET', headers),
    )
  }
})
