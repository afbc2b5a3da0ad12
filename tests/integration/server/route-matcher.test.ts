import { readdirSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { toWebResponse } from '@/lib/platform/http/types'
import { createRouteMatcher, sendResponse, toRequest } from '@/server/route-matcher'
import { ROOT } from '@/scripts/paths'

const said = (name: string) => ({
  GET: async (_request: Request, { params }: never) => Response.json([name, await params]),
})
const find = createRouteMatcher([
  ['/api/v1/search', said('search')],
  ['/api/v1/[type]', said('list')],
  ['/api/v1/[type]/[id]/[...rest]', said('rest')],
  ['/download/[...path]', said('download')],
  ['/sitemap.xml', said('sitemap')],
  ['/[place]', said('place'), /^\/ny$/],
])
const answer = async (path: string, method = 'GET') => {
  const found = find(method, path)
  return found && toWebResponse(await found.handle(new Request('http://localhost/'))).json()
}

describe('a URL matches the handler in its folder', () => {
  test.each([
    ['/api/v1/search', ['search', {}]],
    ['/api/v1/statements', ['list', { type: 'statements' }]],
    ['/api/v1/a/b/c/d', ['rest', { type: 'a', id: 'b', rest: ['c', 'd'] }]],
    ['/es/statements.csv', ['download', { path: ['es', 'statements.csv'] }]],
    ['/sitemap.xml', ['sitemap', {}]],
    ['/ny', ['place', { place: 'ny' }]],
  ])('%s', async (path, expected) => expect(await answer(path)).toEqual(expected))

  test.each(['/', '/api/v1/statements/', '/api//v1', '/api/v1/%73earch', '/en/statements.csv', '/sitemap_xml', '/tx'])(
    '%s is handled by Next',
    async (path) => expect(await answer(path)).toBeNull(),
  )
  test('so is a method without a handler', () => expect(find('POST', '/sitemap.xml')).toBeNull())
})

test('every route handler is in the table, static segments before parameters', async () => {
  const { ROUTES } = await import('@/server/routes')
  const folders = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/route.ts') && !/^(admin|figures)\//.test(path))
    .map((path) => `/${path.replace('/route.ts', '')}`)
  const table = ROUTES.map(([folder]) => folder)
  expect(table.toSorted()).toEqual(folders.toSorted())
  for (const [at, folder] of table.entries())
    for (const later of table.slice(at + 1))
      expect(createRouteMatcher([[folder, said('')]])('GET', later), `${folder} hides ${later}`).toBeNull()
})

test('a disconnected client aborts the response, and a slow one applies backpressure', async () => {
  const cancelled = vi.fn()
  let made = 0
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        made += 1
        controller.enqueue(new Uint8Array(100_000))
      },
      cancel: cancelled,
    },
    { highWaterMark: 0 },
  )
  const server = createServer((_req, res) => void sendResponse(res, new Response(endless)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sent = get({ host: '127.0.0.1', port }, (res) => res.once('data', () => res.pause()))
  sent.on('error', () => {})
  let before = -1
  for (let tries = 0; tries < 100 && before !== made; tries++) {
    before = made
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  expect(made).toBe(before)
  sent.destroy()
  await expect.poll(() => cancelled.mock.calls.length).toBe(1)
  server.close()
})

test('a handler receives the request’s URL and headers', () => {
  const headers = { 'if-none-match': '"a"', 'x-forwarded-for': '203.0.113.9' }
  const request = toRequest({ socket: {}, url: '/api/v1?q=a+b', method: 'GET', headers } as never)
  expect(new URL(request.url).searchParams.get('q')).toBe('a b')
  expect(request.headers.get('if-none-match')).toBe('"a"')
})
