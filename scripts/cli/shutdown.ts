import { UsageError } from '@/scripts/cli/command-line.mjs'
import { muteSteps } from '@/scripts/cli/console'
import { sentenceFor } from '@/scripts/cli/cli-error'
import { endChildProcesses } from '@/scripts/cli/child-process'

const cleanups: (() => unknown)[] = []
let shuttingDown: Promise<never> | undefined

/** Registers a cleanup that runs before the process exits; the last registered runs first. */
export const onShutdown = (work: () => unknown): void => void cleanups.unshift(work)

/** Runs the cleanups in order, then exits. */
export function shutDown(code: number): Promise<never> {
  return (shuttingDown ??= (async () => {
    muteSteps()
    await endChildProcesses()
    for (const work of cleanups) await Promise.resolve(work()).catch(() => {})
    process.exit(code)
  })())
}

/** Runs a command's main function. An expected error prints one sentence; a signal shuts down cleanly at any point. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  let firstSignal = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // One Ctrl-C arrives twice: from the terminal and from npm. A later one exits immediately.
      if (firstSignal && Date.now() - firstSignal > 1_500) process.exit(1)
      firstSignal ||= Date.now()
      void shutDown(0)
    })
  }
  if (process.env.npm_lifecycle_event) exitWithParent()
  try {
    await main()
  } catch (error) {
    // A failure caused by the shutdown is not an error.
    if (shuttingDown) return
    const sentence = sentenceFor(error)
    console.error(sentence ? `\n${sentence}` : error)
    await shutDown(error instanceof UsageError ? 2 : 1)
  }
}

/** npm passes a signal to its shell only. The shell dies without passing it on, and this process gets another parent. */
function exitWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || void shutDown(0), 500).unref()
}
