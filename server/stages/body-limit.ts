import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Rejection, Stage } from '@/server/exchange'
import { endAfterReading, sendText } from '@/server/reject'
import { isChunked } from '@/server/request-info'

/** Rejects a body by its headers alone, so that none of it is read. */
export function validateBodyLength(maxBytes: number, isRead: boolean, headers: IncomingHttpHeaders): Rejection | null {
  if (isRead && isChunked({ headers }))
    return { status: 411, message: 'What is sent along here has to say its length (Content-Length).' }
  return Number(headers['content-length'] ?? 0) > maxBytes ? tooLong(maxBytes) : null
}

/** Counts the bytes of a body, passes on no more than `maxBytes`, and calls `onTooLong` once when there are more. */
export function limitBody(req: IncomingMessage, maxBytes: number, onTooLong: (rejection: Rejection) => void): void {
  const { push } = req
  let size = req.readableLength
  // Overriding `push` sees each chunk before any reader does, and preserves backpressure.
  req.push = (chunk: Buffer | null) => {
    const before = size
    size += chunk?.length ?? 0
    if (size <= maxBytes) return push.call(req, chunk)
    if (before <= maxBytes) onTooLong(tooLong(maxBytes))
    return false
  }
}

/** Buffers the whole body for later readers. Resolves with the rejection of a body that is too long. */
export const readWholeBody = (req: IncomingMessage, maxBytes: number): Promise<Rejection | null> =>
  new Promise((resolve) => {
    if (req.complete) return resolve(null)
    let isRejected = false
    limitBody(req, maxBytes, (rejection) => {
      isRejected = true
      resolve(rejection)
    })
    const { push } = req
    req.push = (chunk: Buffer | null) => {
      push.call(req, chunk)
      if (chunk === null) resolve(null)
      return !isRejected
    }
    req.once('close', () => resolve(null))
    // The stream may have paused the socket before `push` was replaced.
    req.socket.resume()
  })

const tooLong = (maxBytes: number): Rejection => ({
  status: 413,
  message: `What is sent is longer than ${Math.floor(maxBytes / 1024)} kB.`,
})

/** Rejects a body that declares too many bytes, before any of them is read. */
export const bodyLimit: Stage = {
  name: 'body-limit',
  run: ({ req, info }) => validateBodyLength(info.maxBodyBytes, info.isRead, req.headers),
}

/** Buffers the complete body of a public request first, so that a slow sender takes no admission control slot. */
export const readBody: Stage = {
  name: 'read-body',
  run: ({ req, info }) => (info.isRead || info.isAdmin ? null : readWholeBody(req, info.maxBodyBytes)),
}

/** Limits a chunked body while its handler reads it, which only admin uploads do. */
export const chunkedBody: Stage = {
  name: 'chunked-body',
  run: (exchange) => {
    const { req, res, info } = exchange
    if (!isChunked(req)) return
    endAfterReading(req, res)
    if (info.isAdmin)
      limitBody(req, info.maxBodyBytes, ({ status, message }) => exchange.discard() && sendText(res, status, message))
  },
}
