import type { ServerResponse } from 'node:http'
import { isSaidUnreadable } from './status'

/** What is answered where the form that was sent can't be read, which is no failure of ours; null anywhere else. */
export function unreadable(res: ServerResponse): Buffer | null {
  if (res.statusCode < 500 || !isSaidUnreadable(res)) return null
  res.statusCode = 400
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  return Buffer.from('What was sent can’t be read.\n')
}
