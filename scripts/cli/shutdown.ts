import { hush } from '@/scripts/cli/console'
import { sentence } from '@/scripts/cli/cli-error'
import { endPrograms } from '@/scripts/cli/child-process'

const endings: (() => unknown)[] = []
let ending: Promise<never> | undefined

/** Registers what to do before the program ends; the last registered is done first. */
export const atEnd = (work: () => unknown): void => void endings.unshift(work)

/** Ends everything that was started, in order, then the program. */
export function end(code: number): Promise<never> {
  return (ending ??= (async () => {
    hush()
    await endPrograms()
    for (const work of endings) await Promise.resolve(work()).catch(() => {})
    process.exit(code)
  })())
}

/** Runs a command's main function: trouble is said in one sentence, and a signal ends it cleanly at any point. */
export async function command(main: () => Promise<void>): Promise<void> {
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal tells us of a Ctrl-C, and npm does so again: only a later one means "at once".
      if (asked && Date.now() - asked > 1_500) process.exit(1)
      asked ||= Date.now()
      void end(0)
    })
  }
  if (process.env.npm_lifecycle_event) endWithParent()
  try {
    await main()
  } catch (error) {
    // What breaks off because we are ending is no trouble.
    if (ending) return
    const known = sentence(error)
    console.error(known ? `\n${known}` : error)
    await end(1)
  }
}

/** npm passes a signal to its shell only, which dies of it without telling us: then we are someone else's child. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || void end(0), 500).unref()
}
