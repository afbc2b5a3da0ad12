import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { ROOT } from '@/scripts/paths'
import { expect, test } from './admin'
import { PEOPLE } from './people'

type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName?: string }> }

const actions = () =>
  Object.entries(
    (JSON.parse(readFileSync(join(ROOT, '.next/server/server-reference-manifest.json'), 'utf8')) as Manifest).node,
  )

const actionNamed = (name: string): string => actions().find(([, { exportedName }]) => exportedName === name)![0]

const FOREIGN: Record<string, string>[] = [
  {},
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { origin: 'nonsense' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { referer: 'https://evil.example/' },
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
]

const bodies = (fields: Record<string, string>) => ({
  multipart: { multipart: fields },
  form: { form: fields },
  text: { data: JSON.stringify(fields), headers: { 'content-type': 'text/plain' } },
  json: { data: JSON.stringify(fields), headers: { 'content-type': 'application/json' } },
  nothing: { data: '' },
})

test('every cross-site request is rejected: sign-in, every admin form and route, suggestions', async ({
  as,
  baseURL,
}) => {
  const page = await as('editor')
  const fields = { email: PEOPLE.editor.email, password: PEOPLE.editor.password, '~end': '1', text: 'x'.repeat(20) }
  const routes = [
    ...[
      '/admin/sign-in',
      '/admin/entries/statements-0123456789/save',
      '/admin/imports/upload',
      '/admin/find/officials',
    ],
    ...['/suggest', '/es/suggest', '/admin/policy', '/admin/join/x', '/admin/reset/x', '/admin'],
  ]
  const toRoutes = routes.flatMap((path) =>
    FOREIGN.flatMap((headers) =>
      Object.values(bodies(fields)).map((body) => async () => {
        const own = 'headers' in body ? body.headers : {}
        const answer = await page.request.post(path, { ...body, headers: { ...own, ...headers }, maxRedirects: 0 })
        expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
        expect(answer.headers()['set-cookie']).toBeUndefined()
      }),
    ),
  )
  const toActions = actions().flatMap(([action, { workers }]) => {
    const worker = Object.keys(workers)[0]!
      .replace(/^app/, '')
      .replace(/\/page$/, '')
      .replace(/\[lang\]/, 'en')
    const path = worker.replace(/\[(\.\.\.)?\w+\]/g, 'x').replace(/^\/en\/suggest/, '/suggest')
    return FOREIGN.slice(0, 4).map((headers) => async () => {
      const answer = await page.request.post(path, {
        headers: { ...headers, 'next-action': action },
        multipart: { '0': '["$K1"]' },
        maxRedirects: 0,
      })
      expect([403, 405, 404, 308], path).toContain(answer.status())
    })
  })
  const requests = [...toRoutes, ...toActions]
  const sent = requests.length
  for (let at = 0; at < sent; at += 50) await Promise.all(requests.slice(at, at + 50).map((send) => send()))
  expect(sent).toBeGreaterThan(500)
  console.log(`${sent} requests as other sites' pages send them: all refused`)
  const here = await page.request.get('/admin', { headers: { origin: baseURL! } })
  expect(here.status()).toBe(200)
})

/** Published attacks on the parsing of server actions, and the requests of scanners. */
const SHAPES = [
  ...['["$1:__proto__:then"]', '["$1:constructor:constructor"]', '["$1:__proto__:constructor:prototype"]', '["$F1"]'],
  ...['["$B1"]', '["$Q1","$W1","$i1"]', '["$@1"]', '["$@0"]', '["$0"]', '["$h1"]', '["$T"]', '["$K1"]', '["$R1"]'],
  ...['[] x', '["a" "b"]', '["\n"]', '[1e]', '[-]', '{"a" 1}'],
  ...['{', '', 'null', '1', '"x"', '[[[[[[', `${'['.repeat(20_000)}`, '["$undefined","$NaN","$n9","$Dx"]'],
  ...['{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"_response":{"_prefix":"1"}}'],
  '[{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"1;","_formData":{"get":"$1:constructor:constructor"}}}]',
  '{"id":"vm#runInThisContext","bound":["1"]}',
  '["\\ud800","\\u0000","\\u202e"]',
]

/** Each client address has its own rate limit. */
const ELSEWHERE = '203.0.113.9'

const shapes = async (request: APIRequestContext, path: string, action: string, origin: string) => {
  const told: string[] = []
  let sent = 0
  const post = async (options: Parameters<APIRequestContext['post']>[1]) => {
    const headers = { origin, 'x-forwarded-for': ELSEWHERE, ...options!.headers }
    const answer = await request.post(path, { ...options, headers, maxRedirects: 0 })
    sent++
    const body = await answer.text()
    if (answer.status() >= 500) told.push(`${answer.status()} ${JSON.stringify(options).slice(0, 200)}`)
    if (/'use server'|signInEmail|consumeOrThrow|at .+\.tsx?:\d+/.test(body))
      told.push(`tells its source: ${body.slice(0, 200)}`)
  }
  for (const shape of SHAPES)
    for (const one of ['{}', '"$@0"', '{"get":"$0:constructor"}']) {
      await post({ headers: { 'next-action': action }, multipart: { '0': shape, '1': one } })
      await post({ multipart: { $ACTION_REF_1: '', '$ACTION_1:0': shape, '$ACTION_1:1': one } })
      await post({ multipart: { [`$ACTION_ID_${action}`]: shape, $ACTION_KEY: one } })
    }
  for (const id of [action, '0'.repeat(42), `${action}00`, '__proto__', 'constructor', '../x', 'x'.repeat(5_000)])
    for (const type of [
      'text/plain;charset=UTF-8',
      'application/json',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
    ])
      for (const data of [
        '[]',
        '[',
        'nonsense',
        '--x\r\n',
        '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n[]',
        '\0'.repeat(50),
      ])
        await post({ headers: { 'next-action': id, 'content-type': type }, data: Buffer.from(data) })
  await post({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, data: Buffer.from('cut off') })
  // Last, because the server does not read an oversized body to its end.
  await post({ headers: { 'next-action': action }, multipart: { '0': 'x'.repeat(2_000_000) } })
  return { told, sent }
}

for (const [path, name] of [
  ['/admin/sign-in', 'signIn'],
  ['/admin/join/x', 'join'],
  ['/suggest', 'suggest'],
] as const)
  test(`no forged server action call causes a server error or reveals source code: ${path}`, async ({
    request,
    baseURL,
  }) => {
    const found = actions().find(
      ([, { exportedName, workers }]) =>
        exportedName === name || Object.keys(workers).some((one) => one.includes(path.split('/')[2] ?? '-')),
    )
    const { told, sent } = await shapes(request, path, found?.[0] ?? actionNamed('signIn'), baseURL!)
    expect(told).toEqual([])
    expect(sent).toBeGreaterThan(200)
    console.log(`${sent} hand-made calls at ${path}`)
  })
