const WIDTH = 13

/** One calm line about what happens. */
export const printStep = (name: string, text: string): void => console.log(`  ${name.padEnd(WIDTH)}${text}`)

export const elapsed = (since: number): string => {
  const passed = (Date.now() - since) / 1000
  return passed < 9.95 ? `${passed.toFixed(1)} s` : `${Math.round(passed)} s`
}

const words = new Set<NodeJS.Timeout>()

/** No more word of the steps under way: we are ending. */
export const muteSteps = (): void => words.forEach((word) => clearInterval(word))

/**
 * Runs a step and says its result on one line. Of a long one there is word every ten seconds, with what it last told
 * through `tell`.
 */
export async function step(name: string, work: (tell: (state: string) => void) => Promise<string>): Promise<void> {
  const started = Date.now()
  let state = 'working'
  const word = setInterval(() => printStep(name, `${state} … ${elapsed(started)}`), 10_000)
  words.add(word)
  try {
    const result = await work((told) => (state = told))
    printStep(name, Date.now() - started < 500 ? result : `${result} (${elapsed(started)})`)
  } finally {
    clearInterval(word)
  }
}
