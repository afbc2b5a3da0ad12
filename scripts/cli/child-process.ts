import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'

type Outcome = { code: number; output: string }

const running = new Set<ChildProcess>()
let ending = false

/** Runs a JavaScript program (its path in the project) quietly, and returns its exit code and what it said. */
export function runCaptured(program: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, program), ...args], {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      running.delete(child)
      if (!ending) resolve({ code: code ?? 1, output }) // what breaks off because we are ending is no news
    })
  })
}

/** The same, for a program that has to succeed; where it doesn't, all that it said is shown. */
export async function run(
  name: string,
  program: string,
  args: string[],
  env?: Record<string, string>,
): Promise<string> {
  const { code, output } = await runCaptured(program, args, env)
  if (code !== 0) throw new CliError(`${output.trim()}\n\n${name} failed (see above).`)
  return output
}

/** Ends the programs that still run, and returns when they are gone. */
export async function endChildProcesses(): Promise<void> {
  ending = true
  const children = [...running]
  const gone = children.map((child) => once(child, 'close'))
  for (const child of children) child.kill('SIGTERM')
  const late = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 10_000)
  await Promise.all(gone)
  clearTimeout(late)
}
