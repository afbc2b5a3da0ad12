import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lifeOf } from '@/scripts/cli/process-lock.mjs'
import { CliError } from '@/scripts/cli/cli-error'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** The server that uses this data folder, read from postmaster.pid; null if none does. */
export function postmaster(data: string): Postmaster | null {
  const lines = read(join(data, 'postmaster.pid'))?.split('\n')
  if (!lines) return null
  const pid = Number(lines[0])
  if (!isPostgres(pid)) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Cleans up after a killed server: waits for its last processes, and removes a stale postmaster.pid whose PID now
 * belongs to a zombie or another program. PostgreSQL itself would take that for a running server.
 */
export async function clearAfterKill(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const pid = Number(read(file)?.split('\n')[0])
  if (!pid || postmaster(data)) return
  for (let wait = 0; workersOf(data) > 0; wait++) {
    if (wait === 100) throw new CliError(`Processes of an earlier database still work in ${data}: end them first.`)
    await sleep(100)
  }
  if (exists(pid)) rmSync(file, { force: true })
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The PID alone is not sufficient: after a restart of the machine or container, another program may have it. */
function isPostgres(pid: number): boolean {
  if (!(pid > 0) || !lifeOf(pid)) return false
  if (process.platform === 'win32') return true
  const command = read(`/proc/${pid}/cmdline`) ?? run('ps', '-o', 'command=', '-p', String(pid))
  return command.includes('postgres')
}

/** Counts processes whose working directory is the data folder, if visible to this user (Linux only; else 0). */
function workersOf(data: string): number {
  if (process.platform !== 'linux') return 0
  const folder = realpathSync(data)
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  }).length
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function run(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
