import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'
import { copyPostgres, packagedPostgres } from '@/scripts/postgres/binaries'

export type Account = { uid: number; gid: number }

export type Home = {
  /** PostgreSQL's programs. */
  native: string
  /** The folder with the data, the log and the password. */
  folder: string
  /** The account that runs PostgreSQL; null for the current one. PostgreSQL refuses to run as root. */
  account: Account | null
  /** Set when the data had to live outside the project. */
  note?: string
}

/** Chooses the folders of PostgreSQL's binaries and data, and the account that runs it. */
export function resolveHome(folder: string): Home {
  const native = packagedPostgres()
  makeFolder(folder)
  if (process.getuid?.() !== 0) {
    assertOwnData(join(folder, 'data'))
    return { native, folder, account: null }
  }

  const account = ownerOf(join(folder, 'data')) ?? findUnprivilegedAccount()
  if (canRun(join(native, 'bin', 'postgres'), account) && canReach(folder, account)) return { native, folder, account }

  // Only root can enter a parent folder of the project, and PostgreSQL doesn't run as root.
  const outside = folderOutsideProject(folder)
  makeFolder(outside)
  if (lstatSync(outside).uid !== 0 || lstatSync(outside).isSymbolicLink()) {
    throw new CliError(`${outside} belongs to someone else: remove it, or set DATABASE_URL.`)
  }
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version as string
  return {
    native: copyPostgres(native, join(outside, `postgres-${version}`)),
    folder: outside,
    account: ownerOf(join(outside, 'data')) ?? account,
    note: `the data is in ${outside}, because PostgreSQL doesn't run as root and nobody else may enter ${ROOT}`,
  }
}

/** A random name, recorded in the project, so that a new clone in the same place starts with new data. */
function folderOutsideProject(folder: string): string {
  const note = join(folder, 'outside')
  if (!existsSync(note)) writeFileSync(note, `/var/tmp/local-record-${randomBytes(6).toString('hex')}`)
  return readFileSync(note, 'utf8')
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (lstatSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o755)
  } catch {
    throw new CliError(`${folder} can't be written: make it yours (chown), or set DATABASE_URL.`)
  }
}

function assertOwnData(data: string): void {
  const owner = lstatSync(data, { throwIfNoEntry: false })?.uid
  if (owner === undefined || owner === process.getuid?.()) return
  throw new CliError(`${data} belongs to another user (${owner}): start as that user or as root, or set DATABASE_URL.`)
}

/** Existing data belongs to the account that created it. */
function ownerOf(data: string): Account | null {
  if (!existsSync(data)) return null
  const { uid, gid } = lstatSync(data)
  if (uid === 0)
    throw new CliError(`${data} belongs to root, and PostgreSQL doesn't run as root: chown it to another user.`)
  return { uid, gid }
}

function findUnprivilegedAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'node', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new CliError(
    'PostgreSQL refuses to run as root, and there is no user postgres, node or nobody: add one (useradd postgres).',
  )
}

const canRun = (program: string, account: Account) => spawnSync(program, ['--version'], account).status === 0

const canReach = (folder: string, account: Account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account).status === 0
