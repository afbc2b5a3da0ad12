const WIDTH = 13

/** Prints one line about a step. */
export const printStep = (name: string, text: string): void => console.log(`  ${name.padEnd(WIDTH)}${text}`)

export const elapsed = (since: number): string => {
  const passed = (Date.now() - since) / 1000
  return passed < 9.95 ? `${passed.toFixed(1)} s` : `${Math.round(passed)} s`
}

const timers = new Set<NodeJS.Timeout>()

/** Stops the progress lines of running steps, for a shutdown. */
export const muteSteps = (): void => timers.forEach((timer) => clearInterval(timer))

/** Runs a step and prints its result on one line. A long step prints its last reported state every ten seconds. */
export async function step(name: string, work: (report: (state: string) => void) => Promise<string>): Promise<void> {
  const started = Date.now()
  let state = 'working'
  const timer = setInterval(() => printStep(name, `${state} … ${elapsed(started)}`), 10_000)
  timers.add(timer)
  try {
    const result = await work((reported) => (state = reported))
    printStep(name, Date.now() - started < 500 ? result : `${result} (${elapsed(started)})`)
  } finally {
    clearInterval(timer)
    timers.delete(timer)
  }
}
