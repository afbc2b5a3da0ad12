import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { ROOT } from '@/scripts/paths'
import { PEOPLE } from '@/tests/e2e/people'
import { type TcpGate, openTcpGate } from '@/tests/fixtures/tcp-gate'
import { cases } from '@/tests/fixtures/thorough'
import { until } from '@/tests/fixtures/until'
import { ids } from '@/tests/integration/world'
import { type Answer, ORIGIN, ask, fillIn, hangUp, openForm } from './balancer'
import { SECRET, openWorldDatabase } from './world-database'

// The built site, while its database stops under every page, file and form.

let database: Awaited<ReturnType<typeof openWorldDatabase>>
let gate: TcpGate
let site: ChildProcess
let port: number
let cookie: string

beforeAll(async () => {
  database = await openWorldDatabase('stopped')
  const url = new URL(database.url)
  gate = await openTcpGate(Number(url.port))
  url.hostname = '127.0.0.1'
  url.port = String(gate.port)
  port = await freePort()
  site = fork(join(ROOT, 'tests/instances/instance.ts'), {
    execArgv: ['--import', 'tsx', '--no-deprecation'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: ORIGIN,
      AUTH_SECRET: SECRET,
      DATABASE_URL: url.href,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(site, 'message')
  const { email, password } = PEOPLE.administrator
  cookie = (await fillIn({ from: port, path: '/admin/sign-in' }, { email, password })).cookies.join('; ')
}, 240_000)

afterAll(async () => {
  const ended = once(site, 'exit')
  site.kill('SIGTERM')
  await ended
  hangUp()
  await gate.close()
  await database.close()
}, 60_000)

const IDS: Record<string, string> = {
  statements: ids.statement,
  policies: ids.policy,
  stances: ids.stance,
  labels: ids.label,
  officials: ids.chief,
  organizations: ids.police,
  sources: ids.source,
  'federal-actions': ids.action,
}

/** An address of a route of the site, such as "[lang]/statements/[id]/page.tsx". */
const addressOf = (route: string): string =>
  `/${route}`
    .replace(/\/(page|route)(\.tsx?)?$/, '')
    .replace(/^\/download\/.*/, '/statements.csv')
    .replace(/^\/api\/v1\/\[type\]\/\[id\]/, `/api/v1/statements/${ids.statement}`)
    .replace(/\/\[state\]\/\[place\]/, '/tx/el-paso')
    .replace(/\/\[state\]/, '/tx')
    .replace(/\/(\w[\w-]*)\/\[id\]/, (all, type) => (type in IDS ? `/${type}/${IDS[type]}` : all))
    .replace(/\/\[type\]\/\[(id|recordId)\]/, `/statements/${ids.statement}`)
    .replace(/\/\[type\]\/\[into\]\/\[from\]/, `/officials/${ids.chief}/0123456789`)
    .replace(/\/\[type\]/, '/statements')
    .replace(/\/\[id\]/, `/statements-${ids.statement}`)
    .replace(/\/\[\.\.\.\w+\]/, '/nowhere/at/all')
    .replace(/\/\[(token|code|run)\]/, '/0123456789abcdef')

const routes = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(^|\/)(page|route)\.tsx?$/.test(path) && !path.includes('error-page'))

/** Public addresses, pages in both languages. */
const publicPaths = routes
  .filter((route) => !route.startsWith('admin/') && !/^api\/(health|\[\.\.\.rest\])/.test(route))
  .flatMap((route) => {
    const path = addressOf(route.replace('[lang]/', ''))
    return route.includes('[lang]') ? [path || '/', `/es${path}`] : [path]
  })
const adminPaths = routes.filter((route) => route.startsWith('admin/')).map(addressOf)

/** Some of a list in every run, all of it with THOROUGH. */
const sample = <T>(list: readonly T[], count: number): T[] =>
  cases(1).numRuns > 1 ? [...list] : list.toSorted(() => Math.random() - 0.5).slice(0, count)

type Manifest = { node: Record<string, { workers: Record<string, unknown> }> }
const adminActions = (): { id: string; path: string }[] => {
  const file = join(ROOT, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return Object.entries(node).flatMap(([id, { workers }]) =>
    Object.keys(workers)
      .filter((worker) => worker.startsWith('app/admin/'))
      .map((worker) => ({ id, path: addressOf(worker.replace(/^app\//, '')) })),
  )
}

let callers = 0
/** Each request from its own address, so that no limit hides what is behind it. */
const caller = (language = 'en') => ({
  'x-forwarded-for': `198.18.${callers >> 8}.${callers++ & 255}`,
  'accept-language': language,
})

/** Runs an action as the browser does for a form. */
async function runAction({ id, path }: { id: string; path: string }): Promise<Answer> {
  const form = new FormData()
  for (const name of ['id', 'email', 'password', 'reason', 'text']) form.append(`_1_${name}`, '0123456789')
  form.append('0', '[{"message":null,"issues":{},"values":{}},"$K1"]')
  const packed = new Response(form)
  const headers = { ...caller(), cookie, 'next-action': id, 'content-type': packed.headers.get('content-type')! }
  return ask(port, path, { method: 'POST', headers, body: Buffer.from(await packed.arrayBuffer()) })
}

/** The number of rows of every table, and a hash of the tables that people change. */
const contents = () =>
  withConnection(database.url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const found: Record<string, string> = {}
    for (const { name } of tables.filter(({ name: one }) => !/session|counter|attempt|job|rate/.test(one)))
      found[name] = (
        await client.query(`SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${name} t`)
      ).rows[0].sum
    return found
  })

const SUGGESTION = { text: 'A statement is missing here.', kind: 'source', url: '' }

const isRetryLater = ({ status, retryAfter }: Answer) => status === 503 && Number(retryAfter) > 0
const opened = async () => {
  await gate.open()
  await until('the site answers again', async () => (await ask(port, '/statements?state=TX')).status === 200)
}

test('without its database every page and file is a 503 with Retry-After in its language, or what it is with it', async () => {
  const before = await contents()
  await gate.close()
  const wrong: string[] = []
  const others = new Map<string, Answer>()
  let count = 0
  for (const path of [...publicPaths, ...adminPaths]) {
    const isAdmin = path.startsWith('/admin')
    const lang = isAdmin ? (['en', 'es'] as const)[count % 2]! : /^\/es(\/|$)/.test(path) ? 'es' : 'en'
    const answer = await ask(port, path, { headers: { ...caller(lang), ...(isAdmin && { cookie }) } })
    if (!isRetryLater(answer)) others.set(path, answer)
    else {
      count += 1
      const isHtml = answer.body.startsWith('<!DOCTYPE html>')
      if (isHtml && !new RegExp(`<html[^>]* lang="${lang}"`).test(answer.body)) wrong.push(`${path}: not in ${lang}`)
      if (/ECONN|at \w+ \(|connect |prisma/i.test(answer.body)) wrong.push(`${path}: says what failed inside`)
    }
  }
  expect(wrong).toEqual([])
  await opened()
  for (const [path, answer] of others) {
    const headers = { ...caller(), ...(path.startsWith('/admin') && { cookie }) }
    const { status, body } = await ask(port, path, { headers })
    const plain = (html: string) => html.replace(/ nonce="[^"]*"|\b[\da-f]{20,}\b/g, '')
    if (status !== answer.status || (!path.startsWith('/admin') && plain(body) !== plain(answer.body)))
      wrong.push(`${path}: ${answer.status} without the database, ${status} with it`)
  }
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThan(90)
  for (const path of sample([...publicPaths, ...adminPaths], 12)) {
    const { status } = await ask(port, path, { headers: { ...caller(), cookie } })
    if (status >= 500) wrong.push(`${path}: ${status} with the database`)
  }
  expect([wrong, await contents()]).toEqual([[], before])
  console.log(`${publicPaths.length + adminPaths.length} addresses: ${count} were 503, ${others.size} need no database`)
})

test('without its database every server action is a 503 with Retry-After, and nothing is changed', async () => {
  const before = await contents()
  const all = adminActions()
  expect(all.length).toBeGreaterThan(40)
  const suggestions = await Promise.all(
    ['/suggest', '/es/suggest'].map(async (path) => ({
      path,
      post: await openForm({ from: port, path, headers: caller() }, SUGGESTION),
    })),
  )
  await gate.close()
  const wrong: string[] = []
  for (const action of all) {
    const answer = await runAction(action)
    if (!isRetryLater(answer)) wrong.push(`${action.path}: ${answer.status} ${answer.retryAfter} ${answer.location}`)
  }
  for (const { path, post } of suggestions) {
    const answer = await post(port)
    if (!isRetryLater(answer)) wrong.push(`${path}: ${answer.status}`)
  }
  await opened()
  expect(wrong).toEqual([])
  expect(await contents()).toEqual(before)
})

test('a form whose database stops while it runs is done or not done, with its line in the history, and never a 500', async () => {
  const state = () =>
    withConnection(database.url, async (client) => {
      const { rows } =
        await client.query(`SELECT (SELECT count(*)::int FROM change WHERE command = 'policy.change') AS changes,
        (SELECT value #>> '{}' FROM site_setting WHERE key = 'timeZone') AS zone`)
      return rows[0] as { changes: number; zone: string | null }
    })
  const zones = ['America/Denver', 'America/Chicago']
  let done = 0
  for (let turn = 0; turn < cases(6).numRuns; turn++) {
    const before = await state()
    const zone = zones[turn % 2]!
    const post = await openForm({ from: port, path: '/admin/policy', cookie }, { publishOwn: 'yes', timeZone: zone })
    const posting = post(port)
    await sleep(Math.random() * 250)
    await gate.close()
    const answer = await posting
    await opened()
    const after = await state()
    const isDone = after.changes === before.changes + 1
    if (isDone) done += 1
    expect(after).toEqual(isDone ? { changes: before.changes + 1, zone } : before)
    if (answer.status !== 303) expect(isRetryLater(answer), String(answer.status)).toBe(true)
    else expect(isDone).toBe(true)
  }
  console.log(`${cases(6).numRuns} forms: ${done} done`)
})
