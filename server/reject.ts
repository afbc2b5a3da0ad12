import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseMarkedDown } from '@/lib/platform/request-context/request-context'
import type { Rejection } from '@/server/exchange'
import { isChunked } from '@/server/request-info'
import { dataPolicy } from './stages/content-security-policy'

/** The time for a client that is still sending to read the response, in milliseconds. */
const LINGER_MS = 1_000

/** Sends the reason. The body is not read: the connection ends with the response. */
export function reject(req: IncomingMessage, res: ServerResponse, { status, message, allow }: Rejection): void {
  if (allow) res.setHeader('Allow', allow)
  if ((req.headers['content-length'] ?? '0') !== '0' || isChunked(req)) endAfterReading(req, res)
  sendText(res, status, message)
}

/**
 * Closes the connection after the response, with a moment for a client that is still sending: closed at once, the
 * connection would be reset before the response is read.
 */
export function endAfterReading(req: IncomingMessage, res: ServerResponse): void {
  const { end } = res
  let timer: NodeJS.Timeout | undefined
  res.setHeader('Connection', 'close')
  res.once('close', () => clearTimeout(timer))
  res.end = ((body?: string | Buffer) => {
    if (req.complete) return end.call(res, body as string, 'utf8')
    if (timer) return res
    if (body) res.write(body)
    else res.flushHeaders()
    timer = setTimeout(() => end.call(res, undefined, 'utf8'), LINGER_MS)
    return res
  }) as ServerResponse['end']
}

/** Sends one sentence, and discards the headers prepared so far. */
export function sendText(res: ServerResponse, status: number, message: string): void {
  const text = `${message}\n`
  resetResponse(res, status)
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.setHeader('Content-Security-Policy', dataPolicy)
  res.setHeader('Content-Length', Buffer.byteLength(text))
  res.end(text)
}

/** Sends a server error (500 or 503) as a page. The `error-pages` stage supplies the body. */
export function sendFailure(res: ServerResponse): void {
  resetResponse(res, isDatabaseMarkedDown(res) ? 503 : 500)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.end()
}

function resetResponse(res: ServerResponse, status: number): void {
  res.statusCode = status
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag', 'Location', 'Link']) res.removeHeader(name)
  res.setHeader('Cache-Control', 'no-store')
  if (status === 503) res.setHeader('Retry-After', '5')
  if (status >= 500) res.setHeader('X-Request-Id', randomUUID())
}
