import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '@/scripts/cli/cli-error'
import { rotateLog } from '@/scripts/postgres/log-file'
import type { Home } from '@/scripts/postgres/system-account'
import { postmaster } from '@/scripts/postgres/postmaster'

/** Starts the server, on a free port unless one is given, and returns when it answers. */
export async function launch({ folder, native, account }: Home, durable: boolean, port?: number): Promise<void> {
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  rotateLog(log)
  for (let attempt = 1; ; attempt++) {
    const from = existsSync(log) ? statSync(log).size : 0
    const output = openSync(log, 'a', 0o600)
    const server = spawn(
      join(native, 'bin', 'postgres'),
      ['-D', data, '-p', String(port ?? (await freePort())), ...settings(durable)],
      {
        ...account,
        cwd: folder,
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      },
    )
    closeSync(output)
    let ended = false
    server.on('exit', () => (ended = true)).on('error', () => (ended = true))
    server.unref()
    while (!ended && !postmaster(data)?.ready) await sleep(20)
    if (!ended) return
    const said = readFileSync(log, 'utf8').slice(from)
    if (/Address already in use/i.test(said) && attempt < 3) continue
    throw new CliError(
      `The database did not start. It says in ${log}:\n${said.trim().split('\n').slice(-8).join('\n')}`,
    )
  }
}

const settings = (durable: boolean) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // PostgreSQL detects lost clients and releases their locks.
    tcp_keepalives_idle: '30',
    client_connection_check_interval: '10s',
    max_connections: '100',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
