import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { onShutdown } from '@/scripts/cli/shutdown'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'

export type Program = { origin: string; pid: number; seconds: number; stop: () => Promise<void> }

type Start = { program: string; args: string[]; env?: Record<string, string>; origin: string; ready: string }

/** Starts a server in a separate process and waits until it responds. */
export async function startProgram({ program, args, env, origin, ready }: Start): Promise<Program> {
  const began = performance.now()
  const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8_000)))
  const stop = () => stopped(child)
  onShutdown(stop)
  while (!(await answers(`${origin}${ready}`))) {
    if (child.exitCode !== null) throw new CliError(`${said}\n\n${args.join(' ')} ended before it served.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { origin, pid: child.pid!, seconds: (performance.now() - began) / 1000, stop }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok, body }) => body?.cancel().then(() => ok) ?? ok,
    () => false,
  )

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await once(child, 'exit')
  clearTimeout(late)
}

const memory = (pid: number, field: string): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024
}

/** The resident memory of a process in MB, on Linux only. */
export const residentMemory = (pid: number): number => memory(pid, 'VmRSS')

/** The processor time of a process in seconds. */
const worked = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Waits until a started server is idle, at most three minutes. */
export async function waitUntilIdle(pid: number): Promise<void> {
  for (let turn = 0, before = worked(pid); turn < 60; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const now = worked(pid)
    if (now - before < 0.3) return
    before = now
  }
}
