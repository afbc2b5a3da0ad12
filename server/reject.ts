import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './stages/check-url'
import { isInParts } from './stages/body-limit'
import { dataPolicy } from './stages/content-security-policy'

/** So long, in milliseconds, whoever is still sending has to read why it is not taken. */
const LINGER = 1_000

/** Answers with the reason. What is sent along is not read: the connection ends with the answer. */
export function refuse(req: IncomingMessage, res: ServerResponse, { status, message, allow }: Refusal): void {
  if (allow) res.setHeader('Allow', allow)
  if ((req.headers['content-length'] ?? '0') !== '0' || isInParts(req)) linger(req, res)
  plainly(res, status, message)
}

/** Ends the connection with the answer; who is still sending then has a moment to read it. */
export function linger(req: IncomingMessage, res: ServerResponse): void {
  const { end } = res
  let late: NodeJS.Timeout | undefined
  res.setHeader('Connection', 'close')
  res.once('close', () => clearTimeout(late))
  res.end = ((body?: string | Buffer) => {
    if (req.complete) return end.call(res, body as string, 'utf8')
    if (late) return res
    if (body) res.write(body)
    else res.flushHeaders()
    late = setTimeout(() => end.call(res, undefined, 'utf8'), LINGER)
    return res
  }) as ServerResponse['end']
}

/** Answers with one sentence. */
export const plainly = (res: ServerResponse, status: number, message: string): void =>
  void res.end(plain(res, status, message))

function plain(res: ServerResponse, status: number, message: string): string {
  res.statusCode = status
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) res.removeHeader(name)
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.setHeader('Content-Security-Policy', dataPolicy)
  res.setHeader('Cache-Control', 'no-store')
  if (status === 503) res.setHeader('Retry-After', '5')
  if (status >= 500) res.setHeader('X-Request-Id', randomUUID())
  const text = `${message}\n`
  res.setHeader('Content-Length', Buffer.byteLength(text))
  return text
}
