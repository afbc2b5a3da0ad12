/** So many readers' requests begin in each turn of the event loop while somebody at the desk waits. */
const FEW = 2

/** So long, in milliseconds, a request goes before others; one that takes longer takes its turn among them. */
const HURRY = 1_000

/**
 * Lets the desk go first. A page of the desk takes many turns of the event loop, and each turn serves whoever is there:
 * with hundreds of readers it would take seconds. While somebody at the desk waits, readers begin a few in each turn;
 * `onFree` is told when nobody waits any more.
 */
export function deskFirst({ onFree = () => {} } = {}) {
  const readers: (() => void)[] = []
  let atDesk = 0
  let turning = false

  const turn = () => {
    for (const begin of readers.splice(0, atDesk ? FEW : readers.length)) begin()
    turning = readers.length > 0
    if (turning) setImmediate(turn)
  }

  return {
    /** Somebody at the desk waits, until the returned function is called. */
    enter(): () => void {
      let left = false
      atDesk += 1
      const leave = () => {
        clearTimeout(late)
        if (left) return
        left = true
        atDesk -= 1
        if (!atDesk) onFree()
      }
      const late = setTimeout(leave, HURRY).unref()
      return leave
    },

    /** A reader's turn; undefined where nobody is before them. */
    turn(): Promise<void> | undefined {
      if (!atDesk && !readers.length) return undefined
      return new Promise((begin) => {
        readers.push(begin)
        if (!turning) setImmediate(turn)
        turning = true
      })
    },

    /** Whether somebody at the desk waits. */
    get waited() {
      return atDesk > 0
    },
  }
}

export type DeskFirst = ReturnType<typeof deskFirst>
