import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'

type Outcome = { code: number; output: string }

const running = new Set<ChildProcess>()
let shuttingDown = false

/** Runs a JavaScript file of the project without printing its output, and returns its exit code and output. */
export function runCaptured(script: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      running.delete(child)
      // A child that ends because of the shutdown has no result.
      if (!shuttingDown) resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a JavaScript file that has to succeed. @throws CliError with its output. */
export async function run(name: string, script: string, args: string[], env?: Record<string, string>): Promise<string> {
  const { code, output } = await runCaptured(script, args, env)
  if (code !== 0) throw new CliError(`${output.trim()}\n\n${name} failed (see above).`)
  return output
}

/** Ends the child processes that still run, and returns when they have exited. */
export async function endChildProcesses(): Promise<void> {
  shuttingDown = true
  const children = [...running]
  const exits = children.map((child) => once(child, 'close'))
  for (const child of children) child.kill('SIGTERM')
  const timeout = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 10_000)
  await Promise.all(exits)
  clearTimeout(timeout)
}
