import type { ServerResponse } from 'node:http'
import { isBodyMarkedUnreadable } from '@/lib/platform/request-context/request-context'

export const UNREADABLE = Buffer.from('What was sent can’t be read.\n')

/** Where the form that was sent can't be read, that is a 400 and no failure of ours. */
export function settleUnreadable(res: ServerResponse): void {
  if (res.statusCode !== 500 || !isBodyMarkedUnreadable(res)) return
  // Next says 500 once more after it has answered.
  Object.defineProperty(res, 'statusCode', { get: () => 400, set: () => {} })
  if (!/x-component/.test(String(res.getHeader('Content-Type'))))
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
}
