import { expect, test } from '@playwright/test'
import { drip, pour } from '@/tests/fixtures/slow-clients'

const HUGE = 100 * 1024 * 1024

const ROUTES = [
  ['POST', '/suggest'],
  ['POST', '/es/suggest'],
  ['POST', '/admin/sign-in'],
  ['POST', '/admin/join/x'],
  ['POST', '/admin/policy'],
  ['POST', '/admin/imports/upload'],
  ['POST', '/admin/entries/statements-0123456789/save'],
  ['POST', '/admin/find/officials'],
  ['PUT', '/api/v1/statements'],
  ['GET', '/statements'],
  ['GET', '/statements.csv'],
] as const

test('every kind of route rejects 100 MB unread while 200 slow clients hold connections', async ({ baseURL }) => {
  const { port, host, origin } = new URL(baseURL!)
  const head = (method: string, path: string, more: string) =>
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n${more}\r\n\r\n`
  const begun = ['GET / HTTP/1.1\r\nX-', head('POST', '/suggest', 'Content-Length: 200000')]
  const slow = Array.from({ length: 200 }, (_, at) => drip(Number(port), begun[at % 2]!, 1_000))

  const told = await Promise.all(
    ROUTES.flatMap(([method, path]) => [
      pour(Number(port), head(method, path, `Content-Length: ${HUGE}`), HUGE),
      pour(Number(port), `${head(method, path, 'Transfer-Encoding: chunked')}6400000\r\n`, HUGE),
    ]),
  )
  expect(told.map(({ status }) => status)).toEqual(ROUTES.flatMap(([method]) => [413, method === 'GET' ? 411 : 413]))
  expect(Math.max(...told.map(({ sent }) => sent))).toBeLessThan(HUGE / 3)
  for (const path of ['/', '/statements', '/api/v1/statements', '/api/health'])
    expect((await fetch(origin + path, { redirect: 'manual' })).status).toBeLessThan(400)
  await Promise.all(slow.map(({ end }) => end()))
  console.log(`${told.length} times 100 MB refused, with 200 slow clients connected`)
})
