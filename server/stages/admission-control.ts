type Options = {
  /** So many pieces of work at a time; asked each time that one begins or ends. */
  most?: () => number
  /** So many wait for their turn. */
  waiting?: number
  /** So long at most, in milliseconds. */
  patience?: number
  /** Told now and then, while there is no record type, how many were turned away since the last time. */
  onFull?: (turnedAway: number) => void
}

type Waiter = { caller: string; begin: (leave: (() => void) | null) => void }

const TELL = 10_000

/**
 * Lets in as much work as can be done at once, lets some wait, and turns the rest away at once: who is let in then gets
 * an answer soon, however many ask. No caller gets more than half of the slots.
 */
export function gate({ most = () => 3, waiting = 30, patience = 3_000, onFull = () => {} }: Options = {}) {
  const share = Math.ceil((most() + waiting) / 2)
  const inside = new Map<string, number>()
  const queue: Waiter[] = []
  let busy = 0
  let turnedAway = 0

  const turnAway = (): null => {
    turnedAway += 1
    if (turnedAway === 1)
      setTimeout(() => {
        onFull(turnedAway)
        turnedAway = 0
      }, TELL).unref()
    return null
  }

  const change = (caller: string, by: 1 | -1) => {
    const now = (inside.get(caller) ?? 0) + by
    if (now) inside.set(caller, now)
    else inside.delete(caller)
  }

  const leaving = (caller: string) => {
    let left = false
    return () => {
      if (left) return
      left = true
      change(caller, -1)
      busy -= 1
      letIn()
    }
  }

  const letIn = () => {
    while (queue.length && busy < most()) {
      const next = queue.shift()!
      busy += 1
      next.begin(leaving(next.caller))
    }
  }

  return {
    /** Lets in who waits, after `most` has become more. */
    letIn,

    /** How to leave again, any number of times; null for who is turned away. */
    enter(caller: string): Promise<(() => void) | null> | (() => void) | null {
      if ((inside.get(caller) ?? 0) >= share || (busy >= most() && queue.length >= waiting)) return turnAway()
      change(caller, 1)
      if (busy < most()) {
        busy += 1
        return leaving(caller)
      }
      return new Promise((resolve) => {
        const waiter: Waiter = {
          caller,
          begin: (leave) => {
            clearTimeout(late)
            resolve(leave)
          },
        }
        const late = setTimeout(() => {
          queue.splice(queue.indexOf(waiter), 1)
          change(caller, -1)
          resolve(turnAway())
        }, patience)
        queue.push(waiter)
      })
    },
  }
}

export type Gate = ReturnType<typeof gate>
