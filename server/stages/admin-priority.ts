/** So many readers' requests begin in each turn of the event loop while somebody in the admin area waits. */
const FEW = 2

/** So long, in milliseconds, a request goes before others; one that takes longer takes its turn among them. */
const HURRY = 1_000

/**
 * Lets the admin area go first. A page of the admin area takes many turns of the event loop, and each turn serves whoever is there:
 * with hundreds of readers it would take seconds. While somebody in the admin area waits, readers begin a few in each turn;
 * `onFree` is told when nobody waits any more.
 */
export function adminFirst({ onFree = () => {} } = {}) {
  const readers: (() => void)[] = []
  let atAdmin = 0
  let turning = false

  const turn = () => {
    for (const begin of readers.splice(0, atAdmin ? FEW : readers.length)) begin()
    turning = readers.length > 0
    if (turning) setImmediate(turn)
  }

  return {
    /** Somebody in the admin area waits, until the returned function is called. */
    enter(): () => void {
      let left = false
      atAdmin += 1
      const leave = () => {
        clearTimeout(late)
        if (left) return
        left = true
        atAdmin -= 1
        if (!atAdmin) onFree()
      }
      const late = setTimeout(leave, HURRY).unref()
      return leave
    },

    /** A reader's turn; undefined where nobody is before them. */
    turn(): Promise<void> | undefined {
      if (!atAdmin && !readers.length) return undefined
      return new Promise((begin) => {
        readers.push(begin)
        if (!turning) setImmediate(turn)
        turning = true
      })
    },

    /** Whether somebody in the admin area waits. */
    get waited() {
      return atAdmin > 0
    },
  }
}

export type AdminFirst = ReturnType<typeof adminFirst>
