import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildClientScripts } from '@/scripts/build/client-scripts'
import { lifeOf, withLock } from '@/scripts/cli/process-lock.mjs'
import { DATA, ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'
import { CliError } from '@/scripts/cli/cli-error'

/** The sources of the build. */
const SOURCES = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
  'scripts/build/client-scripts.ts',
]
const LEFT_OUT = new Set(['lib/platform/database/generated'])

export const BUILT = join(ROOT, '.next')
const BUILD_ID = join(BUILT, 'BUILD_ID')
const NOTE = join(DATA, 'build')
const SERVING = join(DATA, 'serving')

/** A hash of the names and contents of the build's source files. */
export function sourceHash(root = ROOT, sources = SOURCES): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const full = join(root, path)
    if (LEFT_OUT.has(path) || !existsSync(full)) return
    if (statSync(full).isDirectory())
      return readdirSync(full)
        .sort()
        .forEach((name) => add(`${path}/${name}`))
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(full)).digest())
  }
  sources.forEach(add)
  return hash.digest('hex')
}

/** Builds the site unless the existing build is up to date. Returns true if it built. */
export async function build(): Promise<boolean> {
  return withLock(join(DATA, 'build.lock'), async () => {
    const wanted = sourceHash()
    if (existsSync(BUILD_ID) && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === noteFor(wanted)) return false
    for (let server = servingNow(); server; server = servingNow()) {
      if (!server.tests) {
        throw new CliError(
          `The site was changed since it was built, and process ${server.pid} serves that build: end it (Ctrl-C) first.`,
        )
      }
      await sleep(500) // tests are over soon
    }
    rmSync(NOTE, { force: true })
    const programs = await buildClientScripts()
    await run('next build', 'node_modules/next/dist/bin/next', ['build'], {
      NODE_ENV: 'production',
      BUILD_SOURCE: wanted,
      BROWSER_PROGRAMS: programs.addresses,
      // Server actions need the same IDs on all servers, because a form may be posted to another one. The key needn't
      // be secret: no action closes over variables, and each checks who sends it.
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.from(wanted, 'hex').toString('base64'),
    })
    programs.write(BUILT)
    mkdirSync(DATA, { recursive: true })
    writeFileSync(NOTE, noteFor(wanted))
    return true
  })
}

/** Records that this process serves the build, so that no other process replaces it. Returns an undo function. */
export function noteServing(tests: boolean): () => void {
  const file = join(SERVING, String(process.pid))
  mkdirSync(SERVING, { recursive: true })
  writeFileSync(file, JSON.stringify({ life: lifeOf(process.pid), tests }))
  return () => rmSync(file, { force: true })
}

function servingNow(): { pid: number; tests: boolean } | undefined {
  if (!existsSync(SERVING)) return
  for (const pid of readdirSync(SERVING).map(Number)) {
    const { life, tests } = JSON.parse(readFileSync(join(SERVING, String(pid)), 'utf8'))
    if (lifeOf(pid) === life) return { pid, tests }
  }
  return
}

/** Includes Next's build ID, so that a build made by running `next build` directly doesn't count as up to date. */
const noteFor = (hash: string) => `${hash} ${readFileSync(BUILD_ID, 'utf8')}`
