import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './address'
import { dataPolicy } from './csp'

/** So long, in milliseconds, whoever is still sending has to read why it is not taken. */
const LINGER = 1_000

/** Answers with the reason. What is sent along is not read: the connection ends with the answer. */
export function refuse(req: IncomingMessage, res: ServerResponse, { status, message, allow }: Refusal): void {
  if (allow) res.setHeader('Allow', allow)
  const { 'content-length': length = '0', 'transfer-encoding': inParts } = req.headers
  if (length === '0' && inParts === undefined) return plainly(res, status, message)
  res.setHeader('Connection', 'close')
  const body = plain(res, status, message)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.write(body)
  const late = setTimeout(() => res.end(), LINGER)
  res.once('close', () => clearTimeout(late))
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
  return `${message}\n`
}
