import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from '@/scripts/cli/cli-error'
import type { Home } from '@/scripts/postgres/system-account'

/** The password of the user `postgres`: created once, readable only by the project's owner. */
export function password({ folder }: Home): string {
  const file = join(folder, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Creates the data folder if it doesn't exist. It is renamed when complete, so an interrupted run leaves none. */
export function initDataFolder(home: Home, durable: boolean): boolean {
  const data = join(home.folder, 'data')
  if (existsSync(data)) return false

  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('part-')) rmSync(join(home.folder, name), { recursive: true, force: true })
  }
  const part = join(home.folder, `part-${process.pid}`)
  const secret = join(part, 'secret')
  for (const folder of [part, join(part, 'data')]) mkdirSync(folder, { mode: 0o700 })
  writeFileSync(secret, password(home), { mode: 0o600 })
  for (const path of [join(part, 'data'), secret, part]) {
    if (home.account) chownSync(path, home.account.uid, home.account.gid)
  }
  const { status, stderr, error } = spawnSync(
    join(home.native, 'bin', 'initdb'),
    [
      ...['--pgdata', join(part, 'data'), '--username', 'postgres', '--pwfile', secret, '--auth', 'scram-sha-256'],
      // The same collation and case mapping on every system.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...home.account, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
  )
  if (status === 0) renameSync(join(part, 'data'), data)
  rmSync(part, { recursive: true, force: true })
  if (status !== 0) throw new CliError(explainFailure(stderr || String(error)))
  return true
}

function explainFailure(said: string): string {
  if (/could not look up effective user/.test(said)) {
    return "This user has no name in /etc/passwd, and PostgreSQL's initdb needs one: add it, or set DATABASE_URL."
  }
  return `The database could not be made.\n${said.trim()}`
}
