import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Refusal } from './check-url'

/** Whether what is sent comes in parts and does not say its length, as some proxies pass things on. */
export const isInParts = ({ headers }: { headers: IncomingHttpHeaders }): boolean =>
  headers['transfer-encoding'] !== undefined

/** Why what is sent along can't be taken, by its headers alone, so that none of it is read; null when it may be. */
export function refuseBody(most: number, reads: boolean, headers: IncomingHttpHeaders): Refusal | null {
  if (reads && isInParts({ headers }))
    return { status: 411, message: 'What is sent along here has to say its length (Content-Length).' }
  return Number(headers['content-length'] ?? 0) > most ? tooLong(most) : null
}

/** Counts what comes in parts, hands on no more than it may be, and tells once where it is more. */
export function countBody(req: IncomingMessage, most: number, onTooLong: (refusal: Refusal) => void): void {
  const { push } = req
  let size = req.readableLength
  // Nothing else sees the pieces before whoever reads them, and keeps them waiting until they are read.
  req.push = (piece: Buffer | null) => {
    const before = size
    size += piece?.length ?? 0
    if (size <= most) return push.call(req, piece)
    if (before <= most) onTooLong(tooLong(most))
    return false
  }
}

/**
 * Waits for all that is sent, and keeps it for whoever reads it, so that who sends slowly has no place meanwhile for
 * which others wait. The refusal where it is too long.
 */
export const allOf = (req: IncomingMessage, most: number): Promise<Refusal | null> =>
  new Promise((resolve) => {
    if (req.complete) return resolve(null)
    let refused = false
    countBody(req, most, (refusal) => {
      refused = true
      resolve(refusal)
    })
    const { push } = req
    req.push = (piece: Buffer | null) => {
      push.call(req, piece)
      if (piece === null) resolve(null)
      return !refused
    }
    req.once('close', () => resolve(null))
    // Enough may have come before this was asked for that no more was read.
    req.socket.resume()
  })

const tooLong = (most: number): Refusal => ({
  status: 413,
  message: `What is sent is longer than ${Math.floor(most / 1024)} kB.`,
})
