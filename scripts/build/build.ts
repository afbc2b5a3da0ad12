import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withCheckoutLock } from '@/scripts/build/checkout-lock'
import { buildClientScripts } from '@/scripts/build/client-scripts'
import { lifeOf } from '@/scripts/cli/process-lock.mjs'
import { DATA, ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'
import { compressBuildAssets } from '@/server/build-assets'
import { CliError } from '@/scripts/cli/cli-error'

/** The sources of the build. */
const SOURCES = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
  ...['scripts/build/client-scripts.ts', 'server/build-assets.ts'],
]
const LEFT_OUT = new Set(['lib/platform/database/generated'])

export const BUILT = join(ROOT, '.next')
const BUILD_ID = join(BUILT, 'BUILD_ID')
/** Written last, so that an interrupted build has none. */
const NOTE = join(BUILT, 'built-from')
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

/**
 * Builds the site unless the existing build is up to date. Returns true if it built. A build that is up to date needs no
 * write, so the folder may be read-only.
 */
export async function build(): Promise<boolean> {
  if (isBuiltFrom(sourceHash())) return false
  return withCheckoutLock('build.lock', async () => {
    const wanted = sourceHash()
    if (isBuiltFrom(wanted)) return false
    for (let server = servingNow(); server; server = servingNow()) {
      if (!server.tests) {
        throw new CliError(
          `The site was changed since it was built, and process ${server.pid} serves that build: end it (Ctrl-C) first.`,
        )
      }
      await sleep(500) // tests are over soon
    }
    rmSync(NOTE, { force: true })
    const scripts = await buildClientScripts()
    await run('next build', 'node_modules/next/dist/bin/next', ['build'], {
      NODE_ENV: 'production',
      BUILD_SOURCE: wanted,
      CLIENT_SCRIPTS: scripts.addresses,
      // Server actions need the same IDs on all servers, because a form may be posted to another one. The key needn't
      // be secret: no action closes over variables, and each checks who sends it.
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.from(wanted, 'hex').toString('base64'),
    })
    scripts.write(BUILT)
    await compressBuildAssets(BUILT)
    writeFileSync(NOTE, noteFor(wanted))
    return true
  })
}

/**
 * Records that this process serves the build, so that no other process with the same DATA_DIR replaces it. Returns an
 * undo function.
 */
export function noteServing(tests: boolean): () => void {
  const file = join(SERVING, String(process.pid))
  mkdirSync(SERVING, { recursive: true })
  servingNow() // removes what killed processes left
  writeFileSync(file, JSON.stringify({ life: lifeOf(process.pid), tests }))
  return () => rmSync(file, { force: true })
}

/** A process that serves the build. Removes the notes of processes that have ended. */
function servingNow(): { pid: number; tests: boolean } | undefined {
  if (!existsSync(SERVING)) return
  let serving: { pid: number; tests: boolean } | undefined
  for (const pid of readdirSync(SERVING).map(Number)) {
    const file = join(SERVING, String(pid))
    const note = readNote(file)
    if (note && lifeOf(pid) === note.life) serving ??= { pid, tests: note.tests }
    else if (note) rmSync(file, { force: true })
  }
  return serving
}

/** Null for a note that is being written or was just removed. */
function readNote(file: string): { life: string; tests: boolean } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const isBuiltFrom = (hash: string): boolean =>
  existsSync(BUILD_ID) && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === noteFor(hash)

/** Includes Next's build ID, so that a build made by running `next build` directly doesn't count as up to date. */
const noteFor = (hash: string) => `${hash} ${readFileSync(BUILD_ID, 'utf8')}`
