/**
 * Asks for many with one question: what is looked for within a turn of the event loop. The question is asked in the name
 * of whoever was first.
 */
export const createBatchLoader = <Found>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Found>>,
): ((key: string) => Promise<Found | undefined>) => {
  let keys: string[] | null = null
  let asked: Promise<ReadonlyMap<string, Found>>
  return async (key) => {
    if (!keys) {
      const mine: string[] = (keys = [])
      asked = new Promise((resolve) => setImmediate(resolve)).then(() => {
        keys = null
        return ask([...new Set(mine)])
      })
    }
    keys.push(key)
    return (await asked).get(key)
  }
}
