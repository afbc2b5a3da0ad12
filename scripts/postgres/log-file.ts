import { closeSync, openSync, readSync, statSync, truncateSync, writeFileSync } from 'node:fs'

/** A log is moved aside when it is longer. */
const MAX_BYTES = 5_000_000

/**
 * Moves the end of a long log to `<log>.1` and empties it, so that the two never hold much more than twice the limit.
 * The server has the file open for appending, so it continues at the new beginning.
 */
export function rotateLog(file: string, maxBytes = MAX_BYTES): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= maxBytes) return
  const end = Buffer.alloc(maxBytes)
  const log = openSync(file, 'r')
  const read = readSync(log, end, 0, maxBytes, size - maxBytes)
  closeSync(log)
  writeFileSync(`${file}.1`, end.subarray(0, read), { mode: 0o600 })
  truncateSync(file)
}

/** Keeps a log short while this process runs. Returns a function that stops it. */
export function keepLogShort(file: string, { maxBytes = MAX_BYTES, everyMs = 60_000 } = {}): () => void {
  const timer = setInterval(() => {
    try {
      rotateLog(file, maxBytes)
    } catch {
      // A full disk has no room for the copy; the next round tries again.
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
