type Options = { most?: number; windowMs?: number; now?: () => number }

/**
 * Writes at most so many lines in a time, because strangers can cause any number of them. The next line after it says how
 * many were left out.
 */
export function limitLines(write: (fields: object) => void, options: Options = {}): (fields: object) => void {
  const { most = 60, windowMs = 60_000, now = () => performance.now() } = options
  let start = -Infinity
  let written = 0
  let leftOut = 0
  return (fields) => {
    if (now() - start >= windowMs) {
      start = now()
      written = 0
    }
    written += 1
    if (written > most) {
      leftOut += 1
      return
    }
    write({ ...fields, ...(leftOut && { leftOut }) })
    leftOut = 0
  }
}
