import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { textIn } from '@/lib/platform/fetch/article-task'
import { checkAddress, fetchDocument } from '@/lib/platform/fetch/fetch'
import type { Unreadable } from '@/lib/platform/fetch/failures'
import { cases } from '@/tests/fixtures/thorough'

let respond: (req: IncomingMessage, res: ServerResponse) => void = () => {}
const server = createServer((req, res) => respond(req, res))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const { port } = server.address() as AddressInfo
const HOSTS = ['news.example', 'login.news.example', 'other.example']
const allowed = HOSTS.map((host) => `http://${host}:${port}`)
const limits = { allowed, resolve: async () => ['127.0.0.1'] }
const at = (host: string, path: string) => `http://${host}:${port}${path}`
const fetchText = async (url: string) => {
  const { bytes, contentType } = await fetchDocument(url, limits)
  return { text: textIn(bytes, contentType) }
}
const failureOf = (error: Unreadable) => error.failure.code

const finish = (res: ServerResponse, text = 'there') => res.writeHead(200, { 'content-type': 'text/plain' }).end(text)
const redirect = (res: ServerResponse, location: string, cookies: string[] = []) =>
  res.writeHead(302, { location, 'set-cookie': cookies }).end()

const cookiesOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries((headers.cookie ?? '').split('; ').flatMap((pair) => (pair ? [pair.split('=')] : [])))

test('a redirect that needs the cookie that it sets leads to the page', async () => {
  respond = (req, res) => {
    if (cookiesOf(req).seen === 'yes') finish(res, 'the article')
    else redirect(res, req.url!, ['seen=yes; Path=/; HttpOnly'])
  }
  expect(await fetchText(at('news.example', '/a'))).toMatchObject({ text: 'the article' })
  expect(await checkAddress(at('news.example', '/a'), limits)).toMatchObject({ status: 200 })
})

test('a consent page on another host sends the reader back, and both hosts see only their own cookies', async () => {
  const seen: [host: string, cookies: Record<string, string>][] = []
  respond = (req, res) => {
    const host = req.headers.host!.split(':')[0]!
    const cookies = cookiesOf(req)
    seen.push([host, cookies])
    if (host !== 'news.example') redirect(res, at('news.example', '/a?back'), ['session=2; Domain=example; Path=/'])
    else if (cookies.asked) finish(res)
    else redirect(res, at('login.news.example', '/consent'), ['asked=1; Domain=news.example'])
  }
  expect(await fetchText(at('news.example', '/a'))).toMatchObject({ text: 'there' })
  expect(seen).toEqual([
    ['news.example', {}],
    ['login.news.example', {}],
    ['news.example', { asked: '1' }],
  ])
})

const step = fc.record({
  host: fc.constantFrom(...HOSTS),
  cookies: fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'session', '__proto__'),
      value: fc.stringMatching(/^[\w.~+/-]{0,12}$/),
      attributes: fc.subarray([
        'Domain=example',
        'Domain=.news.example',
        'HttpOnly',
        'SameSite=None',
        'Expires=Fri, 01 Jan 2100 00:00:00 GMT',
      ]),
      isDeleted: fc.constantFrom('', 'Max-Age=0', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
      isSecure: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
})

test('in any chain, a host gets the cookies that it set in this chain, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (chain) => {
      const jars = new Map(HOSTS.map((host) => [host, new Map<string, string>()]))
      const wrong: unknown[] = []
      let asked = 0
      respond = (req, res) => {
        const { host, cookies } = chain[asked]!
        const jar = jars.get(host)!
        const expected = [...jar].map(([name, value]) => `${name}=${value}`).sort()
        const sent = (req.headers.cookie ?? '').split('; ').filter(Boolean).sort()
        if (JSON.stringify(sent) !== JSON.stringify(expected)) wrong.push({ asked, sent, expected })
        for (const { name, value, isDeleted, isSecure } of cookies) {
          if (isSecure) continue // plain HTTP can't set a Secure cookie
          if (isDeleted) jar.delete(name)
          else jar.set(name, value)
        }
        asked += 1
        const headers = cookies.map(({ name, value, attributes, isDeleted, isSecure }) =>
          [`${name}=${value}`, 'Path=/', ...attributes, isDeleted, isSecure ? 'Secure' : ''].filter(Boolean).join('; '),
        )
        const next = chain[asked]
        if (next) redirect(res, at(next.host, `/${asked}`), headers)
        else res.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': headers }).end('there')
      }
      const first = at(chain[0]!.host, '/0')
      expect(await fetchText(first)).toMatchObject({ text: 'there' })
      expect(wrong).toEqual([])
      expect(asked).toBe(chain.length)
      // The next chain begins without any.
      respond = (req, res) => finish(res, String(req.headers.cookie))
      expect(await fetchText(first)).toMatchObject({ text: 'undefined' })
    }),
    cases(60),
  )
})

test('no Set-Cookie header makes a fetch fail, and what is sent back is a valid header', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      '=',
      ';',
      'Path=',
      'Path=/x',
      'Max-Age=',
      'Expires=',
      'Domain=',
      'Secure',
      ' ',
      '\t',
      '"',
      ',',
      'é',
    ),
    fc.stringMatching(/^[\x20-\x7e]{0,20}$/),
  )
  const header = fc.oneof(
    { weight: 5, arbitrary: fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constant(`long=${'x'.repeat(5_000)}`) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(header, { maxLength: 5 }), async (headers) => {
      let asked = 0
      respond = (_req, res) => {
        asked += 1
        if (asked === 1) redirect(res, '/next', headers)
        else finish(res)
      }
      expect(await fetchText(at('news.example', '/a'))).toMatchObject({ text: 'there' })
    }),
    cases(60),
  )
})

test('a path’s cookie is sent below that path, longer paths first', async () => {
  const sent: (string | undefined)[] = []
  const way = ['/a/b', '/a', '/ab', '/a/b/c', '/end']
  respond = (req, res) => {
    sent.push(req.headers.cookie)
    const next = way[sent.length]
    const cookies = ['all=1; Path=/', 'here=2', 'deep=3; Path=/a/b', 'odd=4; Path=a']
    if (next) redirect(res, next, sent.length === 1 ? cookies : [])
    else finish(res)
  }
  await fetchText(at('news.example', '/a/b'))
  expect(sent).toEqual([undefined, 'here=2; odd=4; all=1', 'all=1', 'deep=3; here=2; odd=4; all=1', 'all=1'])
})

test('a cookie neither adds redirects nor opens a private address', async () => {
  let asked = 0
  respond = (_req, res) => {
    asked += 1
    redirect(res, '/again', [`count=${asked}; Path=/`])
  }
  expect(await fetchText(at('news.example', '/a')).catch(failureOf)).toBe('redirects')
  expect(asked).toBe(6)
  respond = (_req, res) => redirect(res, 'http://inside.example/', ['a=1; Path=/; Domain=inside.example'])
  expect(await fetchText(at('news.example', '/a')).catch(failureOf)).toBe('private')
})
