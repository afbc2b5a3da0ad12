import { muteSteps } from '@/scripts/cli/console'
import { sentenceFor } from '@/scripts/cli/cli-error'
import { endChildProcesses } from '@/scripts/cli/child-process'

const endings: (() => unknown)[] = []
let ending: Promise<never> | undefined

/** Registers what to do before the program ends; the last registered is done first. */
export const onShutdown = (work: () => unknown): void => void endings.unshift(work)

/** Ends everything that was started, in order, then the program. */
export function shutDown(code: number): Promise<never> {
  return (ending ??= (async () => {
    muteSteps()
    await endChildProcesses()
    for (const work of endings) await Promise.resolve(work()).catch(() => {})
    process.exit(code)
  })())
}

/** Runs a command's main function: trouble is said in one sentence, and a signal ends it cleanly at any point. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal tells us of a Ctrl-C, and npm does so again: only a later one means "at once".
      if (asked && Date.now() - asked > 1_500) process.exit(1)
      asked ||= Date.now()
      void shutDown(0)
    })
  }
  if (process.env.npm_lifecycle_event) endWithParent()
  try {
    await main()
  } catch (error) {
    // What breaks off because we are ending is no trouble.
    if (ending) return
    const known = sentenceFor(error)
    console.error(known ? `\n${known}` : error)
    await shutDown(1)
  }
}

/** npm passes a signal to its shell only, which dies of it without telling us: then we are someone else's child. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || void shutDown(0), 500).unref()
}
